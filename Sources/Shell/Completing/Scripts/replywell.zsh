#compdef replywell
# Completion of replywell in zsh: this file as _replywell in a folder of $fpath, or source <(replywell completions zsh)
# The program finds what fits, as value, tab and description, the best first.
_replywell() {
  # The words still have their quotes (Q) and a ~.
  PREFIX=${PREFIX/#\~\//$HOME/}
  local -a before=("${(@Q)words[1,CURRENT-1]/#\~\//$HOME/}") found beginning resembling single shown ending
  local program=$before[1] word=${(Q)PREFIX} group line value width=0
  whence -p -- "$program" >/dev/null || program=replywell # an alias can't be asked
  found=(${(f)"$("$program" completions candidates -- "${(@)before[2,-1]}" "$word" 2>/dev/null </dev/null)"})
  beginning=(${(M)found:#(#i)${(b)word}*})
  resembling=(${found:#(#i)${(b)word}*})
  for value in ${found%%$'\t'*}; do (( ${(m)#value} > width )) && width=${(m)#value}; done
  # With descriptions each stands on a line of its own.
  [[ -n ${(M)found:#*$'\t'?*} ]] && single=(-l)

  for group in beginning resembling; do
    for line in ${(P)group}; do
      value=${line%%$'\t'*} ending=()
      shown=("${(mr:width:)value}  ${line#*$'\t'}")
      (( ${(m)#shown[1]} < COLUMNS )) || shown=("${(mr:COLUMNS-1:)shown[1]}")
      [[ $value == *[/=:] ]] && ending=(-S '')
      # Without -U zsh would throw away what does not begin with the word.
      compadd -U -V replywell $single -d shown "${(@)ending}" -- "$value"
    done
    # As long as Tab can add something, nothing is shown that only resembles the word.
    (( compstate[nmatches] == 1 || ${#${(Q)compstate[unambiguous]}} > $#word )) && return 0
  done
  # What is common to values that only resemble the word can't take its place.
  [[ $compstate[insert] == *unambiguous* ]] && compstate[insert]=''
  (( compstate[nmatches] ))
}
if [[ $funcstack[1] == _replywell ]]; then
  _replywell "$@"
elif (( $+functions[compdef] )); then
  compdef _replywell replywell
else
  print -u2 'replywell: completion needs: autoload -Uz compinit && compinit'
fi
