import type { Command } from 'commander';
import { wordsOf } from '../commands/command-context.ts';

type ShellName = 'bash' | 'zsh' | 'fish';

/** What can be completed: each command with its options, made from the commands themselves. */
interface Completable {
  readonly name: string;
  readonly description: string;
  readonly options: readonly {
    readonly flag: string;
    readonly description: string;
    /** What may stand after it, where that is one of some words. */
    readonly words: readonly string[];
  }[];
}

/** A script that completes the commands and options of flowc, and files elsewhere. */
export function completionScript(shell: ShellName, program: Command): string {
  const commands = program.commands.map(
    (command): Completable => ({
      name: command.name(),
      description: command.description(),
      options: [
        ...command.options.flatMap(({ long, description, parseArg }) =>
          long ? [{ flag: long, description, words: wordsOf(parseArg) }] : [],
        ),
        { flag: '--help', description: 'help for this command', words: [] },
      ],
    }),
  );
  switch (shell) {
    case 'bash':
      return bash(commands);
    case 'zsh':
      return zsh(commands);
    case 'fish':
      return fish(commands);
  }
}

const flags = ({ options }: Completable): string => options.map(({ flag }) => flag).join(' ');

const bash = (commands: readonly Completable[]): string => `_flowc() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help --help --version" -- "$word"))
    return
  fi
  local options=""
  case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
${commands
  .flatMap(({ name, options }) => options.map((option) => ({ name, ...option })))
  .filter(({ words }) => words.length > 0)
  .map(
    ({ name, flag, words }) =>
      `    "${name} ${flag}") COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$word")); return ;;`,
  )
  .join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${commands.map((command) => `    ${command.name}) options="${flags(command)}" ;;`).join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _flowc flowc
`;

const zsh = (commands: readonly Completable[]): string => `#compdef flowc
_flowc() {
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${commands
  .map(
    ({ name, options }) =>
      `    ${name}) _arguments ${options
        .map(({ flag, description, words }) => {
          const values = words.length === 0 ? '' : `:value:(${words.join(' ')})`;
          return quoted(`${flag}[${description.replaceAll(/[[\]]/g, '')}]${values}`);
        })
        .join(' ')} '*:file:_files' ;;`,
  )
  .join('\n')}
  esac
}
if [ "$funcstack[1]" = "_flowc" ]; then _flowc "$@"; else compdef _flowc flowc; fi
`;

const fish = (commands: readonly Completable[]): string =>
  [
    ...commands.map(
      ({ name, description }) =>
        `complete -c flowc -f -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
    ),
    ...commands.flatMap(({ name, options }) =>
      options.map(
        ({ flag, description, words }) =>
          `complete -c flowc -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)} -d ${quoted(description)}${
            words.length === 0 ? '' : ` -x -a ${quoted(words.join(' '))}`
          }`,
      ),
    ),
    '',
  ].join('\n');

/** In single quotes, as all three shells read them. */
const quoted = (text: string): string => `'${text.replaceAll("'", '’')}'`;
