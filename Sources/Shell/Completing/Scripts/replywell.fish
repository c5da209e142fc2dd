# Completion of replywell in fish: in vendor_completions.d, or replywell completions fish | source
# The program finds what fits, as value, tab and description, the best first; fish filters that once more and quotes it.
function __replywell_candidates
    # The words before the cursor and the one at it, without their quotes; a ~ in front is the shell's to read.
    set -l words (commandline -opc | string replace -r '^~/' -- "$HOME/")
    set -l word (string unescape -- (commandline -ct))
    set -l program $words[1]
    set -e words[1]
    # An alias can't be asked.
    command -q -- $program; or set program replywell
    set -a words (string replace -r '^~/' -- "$HOME/" "$word")
    set -l found (command $program completions candidates -- $words 2>/dev/null </dev/null)
    string match -q '~/*' -- "$word"; and set found (string replace -- "$HOME/" '~/' $found)
    set -q found[1]; and printf '%s\n' $found
end
# -k: in the program's order; -f: names of files only where the program gives them.
complete -c replywell -k -f -a '(__replywell_candidates)'
