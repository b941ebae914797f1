-- What a person does in Neovim, without hands: open, break, see, fix, rename, format, look. Runs with nvim --clean --headless.
-- FLOWC_SERVER is the command of the server, its words separated by line breaks; the current folder holds the flows.
local failed = 0
local function check(name, ok, seen)
  if not ok then failed = failed + 1 end
  io.stdout:write((ok and 'ok ' or 'FAILED ') .. name .. (ok and '' or ': ' .. vim.inspect(seen)) .. '\n')
end

local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end

vim.cmd('edit order.flow')
vim.bo.filetype = 'flow'
local client_id = vim.lsp.start_client({
  name = 'flowc',
  cmd = vim.split(vim.env.FLOWC_SERVER, '\n'),
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client_id)
vim.wait(20000, function()
  local client = vim.lsp.get_client_by_id(client_id)
  return client ~= nil and client.initialized
end, 20)
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.get_client_by_id(client_id)

local function request(method, params)
  local answer = client.request_sync(method, params, 20000, buffer)
  return answer and answer.result, answer and answer.err
end
local function cursor(line, needle)
  local text = lines()[line]
  vim.api.nvim_win_set_cursor(0, { line, text:find(needle, 1, true) - 1 })
end
local function diagnostics(wanted)
  vim.wait(20000, function() return #vim.diagnostic.get(buffer) == wanted end, 20)
  return vim.diagnostic.get(buffer)
end

-- Break: a name that nobody has.
vim.api.nvim_buf_set_lines(buffer, 5, 6, false, { 'step   answer "Answer the call 📞" by agnet to customer within 20s' })
local found = diagnostics(1)
check('diagnostics', #found == 1 and found[1].code == 'near-name' and found[1].lnum == 5, found)
check('diagnostics: the place', found[1] ~= nil and found[1].col == #'step   answer "Answer the call 📞" by ', found)

-- Fix.
cursor(6, 'agnet')
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
local actions = request('textDocument/codeAction', params)
check('quick fix: offered', actions ~= nil and actions[1] ~= nil and actions[1].title == 'Write “agent”', actions)
vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
check('quick fix: done', lines()[6]:find('by agent to', 1, true) ~= nil, lines()[6])
check('diagnostics: gone', #diagnostics(0) == 0, vim.diagnostic.get(buffer))

-- Format.
vim.lsp.buf.formatting_sync({}, 20000)
check('formatting', lines()[6] == 'step answer "Answer the call 📞" by agent to customer within 20s', lines()[6])

-- Look.
cursor(6, 'agent')
vim.lsp.buf.definition()
vim.wait(20000, function() return vim.fn.expand('%:t') == 'common.flow' end, 20)
local at = vim.api.nvim_win_get_cursor(0)
check('definition', vim.fn.expand('%:t') == 'common.flow' and at[1] == 3 and at[2] == 5, { vim.fn.expand('%'), at })
vim.cmd('buffer ' .. buffer)
local hover = request('textDocument/hover', vim.lsp.util.make_position_params())
check('hover', hover ~= nil and hover.contents.value == '**Agent** · role `agent`', hover)
local completion = request('textDocument/completion', vim.lsp.util.make_position_params())
check('completion', completion ~= nil and #completion.items == 2, completion)

-- Rename, in both files.
cursor(6, 'agent')
vim.lsp.buf.rename('clerk')
vim.wait(20000, function() return lines()[6]:find('by clerk', 1, true) ~= nil end, 20)
check('rename: here', lines()[6]:find('by clerk to', 1, true) ~= nil, lines()[6])
local other = vim.api.nvim_buf_get_lines(vim.fn.bufnr('common.flow'), 2, 3, false)[1]
check('rename: in the other file', other == 'role clerk "Agent"', other)
local _, err = request('textDocument/rename', vim.tbl_extend('force', vim.lsp.util.make_position_params(), { newName = 'step' }))
check('rename: refused', err ~= nil and err.message:find('word of the language', 1, true) ~= nil, err)

vim.lsp.stop_client(client_id)
io.stdout:write(failed == 0 and 'all is well\n' or failed .. ' failed\n')
vim.cmd(failed == 0 and 'qall!' or 'cquit')
