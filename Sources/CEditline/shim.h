// libedit's el_set(), el_get() and history() are variadic, which Swift cannot call;
// each use that we make of them becomes one function here.
#ifndef REPLYWELL_CEDITLINE_SHIM_H
#define REPLYWELL_CEDITLINE_SHIM_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

// Hidden from Swift by glibc's feature macros.
extern int wcwidth(wchar_t);

// How libedit draws a character: as a picture of so many columns (^C, \U+200B), or 0 for the character itself.
static inline int rw_picture_columns(wchar_t c) {
  if (c < 0x100 && iswcntrl((wint_t)c)) return 2;
  return iswprint((wint_t)c) ? 0 : c > 0xFFFF ? 8 : 7;
}
static inline int rw_columns(wchar_t c) { return wcwidth(c) < 0 ? 0 : wcwidth(c); }

typedef char *(*rw_prompt)(EditLine *);
typedef int (*rw_getcfn)(EditLine *, wchar_t *);
typedef unsigned char (*rw_editor_function)(EditLine *, int);

// stdin and its kin are variables, which Swift takes for shared mutable state.
static inline EditLine *rw_el_init(const char *program) { return el_init(program, stdin, stdout, stderr); }
static inline void rw_write(const char *text) { fputs(text, stdout); }
static inline void rw_print(const char *text) {
  fputs(text, stdout);
  fflush(stdout);
}

static inline void rw_el_set_client(EditLine *el, void *client) { el_set(el, EL_CLIENTDATA, client); }
static inline void *rw_el_client(EditLine *el) {
  void *client = NULL;
  el_get(el, EL_CLIENTDATA, &client);
  return client;
}
// '\1' encloses bytes that take no room on the screen.
static inline void rw_el_set_prompt(EditLine *el, rw_prompt prompt) { el_set(el, EL_PROMPT_ESC, prompt, '\1'); }
static inline void rw_el_set_right_prompt(EditLine *el, rw_prompt prompt) {
  el_set(el, EL_RPROMPT_ESC, prompt, '\1');
}
static inline void rw_el_set_editor(EditLine *el, const char *name) { el_set(el, EL_EDITOR, name); }
static inline void rw_el_set_signal(EditLine *el, int on) { el_set(el, EL_SIGNAL, on); }
static inline void rw_el_set_getcfn(EditLine *el, rw_getcfn reader) { el_wset(el, EL_GETCFN, reader); }
static inline void rw_el_add_function(EditLine *el, const char *name, const char *help, rw_editor_function function) {
  el_set(el, EL_ADDFN, name, help, function);
}
static inline void rw_el_bind(EditLine *el, const char *key, const char *function) {
  el_set(el, EL_BIND, key, function, NULL);
}
// The same for vi's command mode.
static inline void rw_el_bind_command(EditLine *el, const char *key, const char *function) {
  el_set(el, EL_BIND, "-a", key, function, NULL);
}
static inline int rw_el_is_vi(EditLine *el) {
  const char *name = NULL;
  return el_get(el, EL_EDITOR, &name) == 0 && name != NULL && name[0] == 'v';
}
static inline void rw_el_set_history(EditLine *el, History *h) { el_set(el, EL_HIST, history, h); }
static inline void rw_el_refresh(EditLine *el) { el_set(el, EL_REFRESH); }
// What libedit calls the modes for running a command: keys wait as they were pressed, unseen.
static inline void rw_el_hide_keys(EditLine *el) {
  el_set(el, EL_SETTY, "-x", "-echo", "-icanon", "-iexten", NULL);
}
static inline void rw_el_prepare_terminal(EditLine *el, int on) { el_set(el, EL_PREP_TERM, on); }

static inline int rw_history_set_size(History *h, int size) {
  HistEvent event;
  return history(h, &event, H_SETSIZE, size);
}
static inline int rw_history_set_unique(History *h) {
  HistEvent event;
  return history(h, &event, H_SETUNIQUE, 1);
}
static inline int rw_history_load(History *h, const char *path) {
  HistEvent event;
  return history(h, &event, H_LOAD, path);
}
static inline int rw_history_save(History *h, const char *path) {
  HistEvent event;
  return history(h, &event, H_SAVE, path);
}
static inline int rw_history_enter(History *h, const char *line) {
  HistEvent event;
  return history(h, &event, H_ENTER, line);
}
// Goes through the history from the newest line to the oldest; NULL at its end.
static inline const char *rw_history_line(History *h, int is_first) {
  HistEvent event;
  return history(h, &event, is_first ? H_FIRST : H_NEXT) < 0 ? NULL : event.str;
}

#endif
