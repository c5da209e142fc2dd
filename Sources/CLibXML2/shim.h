// The HTML parser of libxml2, loaded when the first HTML mail is read (why: see CGMime/shim.h).
#ifndef REPLYWELL_CLIBXML2_SHIM_H
#define REPLYWELL_CLIBXML2_SHIM_H

#include <dlfcn.h>
#include <stddef.h>

/// The beginning of xmlNode, as libxml2's ABI has had it since version 2.0.
typedef struct rw_xml_node {
  void *private_data;
  int type;
  const unsigned char *name;
  struct rw_xml_node *children;
  struct rw_xml_node *last;
  struct rw_xml_node *parent;
  struct rw_xml_node *next;
  struct rw_xml_node *previous;
  void *document;
  void *name_space;
  unsigned char *content;
} rw_xml_node;

static const int rw_xml_element = 1;  // XML_ELEMENT_NODE
static const int rw_xml_text = 3;     // XML_TEXT_NODE
static const int rw_xml_cdata = 4;    // XML_CDATA_SECTION_NODE
// HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET, and XML_PARSE_HUGE: without it
// what is nested more than 256 deep is left out.
static const int rw_html_quietly = 1 | 32 | 64 | 2048 | 1 << 19;

typedef struct rw_html_document rw_html_document;

/// Loads the library; 0 when it can't be had. Must have succeeded before any other function here is called.
static inline int rw_xml2_load(void) { return dlopen("libxml2.so.2", RTLD_NOW | RTLD_GLOBAL) != NULL; }

/// htmlReadMemory, without an address.
static inline rw_html_document *rw_html_read(const char *text, int size, const char *encoding, int options) {
  typedef rw_html_document *(*reader)(const char *, int, const char *, const char *, int);
  static reader function;
  if (!function) function = (reader)dlsym(RTLD_DEFAULT, "htmlReadMemory");
  return function(text, size, NULL, encoding, options);
}

/// xmlDocGetRootElement
static inline rw_xml_node *rw_html_root(rw_html_document *document) {
  typedef rw_xml_node *(*getter)(rw_html_document *);
  static getter function;
  if (!function) function = (getter)dlsym(RTLD_DEFAULT, "xmlDocGetRootElement");
  return function(document);
}

/// xmlFreeDoc
static inline void rw_html_free(rw_html_document *document) {
  typedef void (*freer)(rw_html_document *);
  static freer function;
  if (!function) function = (freer)dlsym(RTLD_DEFAULT, "xmlFreeDoc");
  function(document);
}

#endif
