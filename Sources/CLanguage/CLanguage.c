#include "CLanguage.h"

#include <dlfcn.h>
#include <stdbool.h>

// CLD2 is C++: its two functions are looked up by their mangled names,
// CLD2::DetectLanguage(const char *, int, bool, bool *) and CLD2::LanguageCode(CLD2::Language).
typedef int (*detect_function)(const char *, int, bool, bool *);
typedef const char *(*code_function)(int);

static const int unknown_language = 26;  // CLD2::UNKNOWN_LANGUAGE
static const size_t enough = 500;        // bytes that tell a language; more only costs time

const char *rw_language_of(const char *text, size_t length) {
  static detect_function detect;
  static code_function code;
  if (!code) {
    void *library = dlopen("libcld2.so.0", RTLD_NOW);
    if (!library) return NULL;
    detect = (detect_function)dlsym(library, "_ZN4CLD214DetectLanguageEPKcibPb");
    code = (code_function)dlsym(library, "_ZN4CLD212LanguageCodeENS_8LanguageE");
    if (!detect || !code) return NULL;
  }
  size_t bytes = length > enough ? enough : length;
  while (bytes > 0 && bytes < length && ((unsigned char)text[bytes] & 0xC0) == 0x80) bytes--;
  bool reliable = false;
  int language = detect(text, (int)bytes, true, &reliable);
  return language == unknown_language ? NULL : code(language);
}
