// The language of a text, by CLD2, which is loaded at the first question (why: see CGMime/shim.h).
#ifndef REPLYWELL_CLANGUAGE_H
#define REPLYWELL_CLANGUAGE_H

#include <stddef.h>

/// The ISO 639-1 code of the language of `text` (UTF-8, `length` bytes); NULL where it can't be told or where
/// CLD2 is not installed. The code is a static string.
const char *rw_language_of(const char *text, size_t length);

#endif
