# Completion of replywell in bash 4.4 or later: source <(replywell completions bash)
# The program finds what fits. Here the line is taken apart, and what was found is quoted as the shell needs it.
_replywell() {
  local IFS=$' \t\n' words=() word='' head='' quote='' next i program value note width=0
  local line=${COMP_LINE-${COMP_WORDS[*]:0:COMP_CWORD+1}} replaced=${2-${COMP_WORDS[COMP_CWORD]}}
  COMPREPLY=() line=${line:0:${COMP_POINT:-${#line}}}
  # COMP_WORDS is broken at : and =, and has its quotes still, so the line itself is read. Readline replaces only the
  # last piece of the word; the head is what stands before it.
  for ((i = 0; i <= ${#line}; i++)); do
    ((i == ${#line} - ${#replaced})) && head=$word
    next=${line:i:1}
    if [[ $quote && $next == "$quote" ]]; then quote=''
    elif [[ $quote == \' || ($quote && $next != \\) ]]; then word+=$next
    elif [[ $next == \\ ]]; then
      next=${line:(++i):1}
      [[ $quote && $next != [\\\"\$\`] ]] && word+=\\
      word+=$next
    elif [[ $next == [\'\"] ]]; then quote=$next
    elif [[ $next == [\<\>] ]]; then compopt -o default && return # a file is to be named
    elif [[ $next == [[:space:]] ]]; then [[ $word ]] && words+=("$word") word=''
    elif [[ $next == / && $word == \~ ]]; then word=$HOME/
    else word+=$next; fi
  done

  program=${words[0]}
  type -P "$program" >/dev/null || program=replywell # an alias can't be asked
  local values=() notes=() beginning=() resembling=()
  while IFS=$'\t' read -r value note || [[ $value ]]; do
    values+=("$value") notes+=("$note")
    ((${#value} > width)) && width=${#value}
    [[ ${value,,} == "${head,,}"* ]] || continue
    next=${value:${#head}}
    case $quote in
      \') next=${next//\'/\'\\\'\'} ;;
      \") next=${next//\\/\\\\} next=${next//\"/\\\"} next=${next//\$/\\\$} next=${next//\`/\\\`} ;;
      *) [[ $next ]] && printf -v next %q "$next" ;;
    esac
    if [[ ${value,,} == "${word,,}"* ]]; then beginning+=("$next"); else resembling+=("$next"); fi
  done < <("$program" completions candidates -- "${words[@]:1}" "$word" 2>/dev/null </dev/null)

  if ((${COMP_TYPE:-9} == 63 && ${#values[@]} > 1)); then # the second Tab: readline lists, and puts nothing in
    for i in "${!values[@]}"; do
      printf -v next '%s%*s' "${values[i]}" $((width - ${#values[i]})) ''
      [[ ${notes[i]} ]] && next+="  ${notes[i]}"
      COMPREPLY+=("${next:0:${COLUMNS:-80}-1}")
    done
  elif ((${#beginning[@]})); then COMPREPLY=("${beginning[@]}")
  # What values that only resemble the word have in common would take its place; an empty one among them keeps it.
  elif ((${#resembling[@]} > 1)); then COMPREPLY=("${resembling[@]}" '')
  else COMPREPLY=("${resembling[@]}"); fi
  [[ ${#COMPREPLY[@]} == 1 && $head${COMPREPLY[0]} == *[/=:] ]] && compopt -o nospace 2>/dev/null
}
complete -o nosort -F _replywell replywell
