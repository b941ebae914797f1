-- Neovim with the language server on order.flow, as its commands are called from outside, one after the other. Each saves the
-- file. FLOWC_SERVER is the command of the server, its words separated by line breaks.
vim.cmd('edit order.flow')
vim.bo.filetype = 'flow'
local id = vim.lsp.start_client({ name = 'flowc', cmd = vim.split(vim.env.FLOWC_SERVER, '\n'), root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)
vim.wait(20000, function()
  local client = vim.lsp.get_client_by_id(id)
  return client ~= nil and client.initialized
end, 20)
local client = vim.lsp.get_client_by_id(id)

local function place(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(text, 1, true)
    if at then vim.api.nvim_win_set_cursor(0, { number, at - 1 }) end
  end
end

local function replace(from, to)
  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  for number, line in ipairs(lines) do lines[number] = line:gsub(vim.pesc(from), (to:gsub('%%', '%%%%'))) end
  vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
end

function _G.write_instead(from, to)
  replace(from, to)
  vim.cmd('write')
  return 'written'
end

function _G.fix(word)
  vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
  place(word)
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local actions = client.request_sync('textDocument/codeAction', params, 20000, 0).result
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  vim.cmd('write')
  return actions[1].title
end

function _G.rename(from, to)
  place(from)
  local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(), { newName = to })
  vim.lsp.util.apply_workspace_edit(client.request_sync('textDocument/rename', params, 20000, 0).result, client.offset_encoding)
  vim.cmd('write')
  return 'renamed'
end

function _G.lay_out()
  vim.lsp.buf.formatting_sync({}, 20000)
  vim.cmd('write')
  return 'laid out'
end

function _G.is_ready() return 'ready' end
