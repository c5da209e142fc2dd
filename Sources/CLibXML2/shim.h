// The HTML parser of libxml2, loaded when the first HTML mail is read (why: see CGMime/shim.h).
#ifndef REPLYWELL_CLIBXML2_SHIM_H
#define REPLYWELL_CLIBXML2_SHIM_H

#include <dlfcn.h>
#include <libxml/xmlversion.h>
// Debian's libxml2 names ICU's headers, which Foundation brings in another version; nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

/// Loads the library; 0 when it can't be had. Must have succeeded before any other function here is called.
static inline int rw_xml2_load(void) { return dlopen("libxml2.so.2", RTLD_NOW | RTLD_GLOBAL) != NULL; }

static inline htmlDocPtr lazy_htmlReadMemory(const char *text, int size, const char *encoding, int options) {
  static htmlDocPtr (*function)(const char *, int, const char *, const char *, int);
  if (!function) function = (htmlDocPtr(*)(const char *, int, const char *, const char *, int))dlsym(RTLD_DEFAULT, "htmlReadMemory");
  return function(text, size, NULL, encoding, options);
}
static inline xmlNodePtr lazy_xmlDocGetRootElement(xmlDocPtr document) {
  static xmlNodePtr (*function)(const xmlDoc *);
  if (!function) function = (xmlNodePtr(*)(const xmlDoc *))dlsym(RTLD_DEFAULT, "xmlDocGetRootElement");
  return function(document);
}
static inline void lazy_xmlFreeDoc(xmlDocPtr document) {
  static void (*function)(xmlDocPtr);
  if (!function) function = (void (*)(xmlDocPtr))dlsym(RTLD_DEFAULT, "xmlFreeDoc");
  function(document);
}

#endif
