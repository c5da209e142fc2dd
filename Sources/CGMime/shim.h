// GMime, loaded when the first mail is read.
//
// Linked in the usual way, GMime and what it needs (GLib, GIO, GPGME, ICU …) would be loaded before `main` and cost
// every start of the program three times what the rest of it costs. So what is used of it is declared here, and each
// function becomes one with the prefix `lazy_` that is looked up at its first call. The declarations
// are those of GMime 3.2 and GLib 2.74; nothing of them is needed to build.
#ifndef REPLYWELL_CGMIME_SHIM_H
#define REPLYWELL_CGMIME_SHIM_H

#include <dlfcn.h>
#include <stddef.h>
#include <sys/types.h>

typedef struct _GMimeParserOptions GMimeParserOptions;
typedef struct _GMimeStream GMimeStream;
typedef struct _GMimeStreamMem GMimeStreamMem;
typedef struct _GMimeParser GMimeParser;
typedef struct _GMimeMessage GMimeMessage;
typedef struct _GMimeHeaderList GMimeHeaderList;
typedef struct _GMimeHeader GMimeHeader;
typedef struct _GMimeObject GMimeObject;
typedef struct _GMimePart GMimePart;
typedef struct _GMimeMultipart GMimeMultipart;
typedef struct _GMimeContentType GMimeContentType;
typedef struct _GMimeDataWrapper GMimeDataWrapper;
typedef struct _InternetAddress InternetAddress;
typedef struct _InternetAddressList InternetAddressList;
typedef struct _InternetAddressMailbox InternetAddressMailbox;
typedef struct _GDateTime GDateTime;
typedef struct _GTypeInstance GTypeInstance;
typedef struct _GByteArray GByteArray;
typedef struct _GError GError;
typedef struct _GIConv *GIConv;
typedef unsigned int rw_enum;

static const rw_enum rw_format_mbox = 1;      // GMIME_FORMAT_MBOX
static const rw_enum rw_checksum_sha256 = 2;  // G_CHECKSUM_SHA256

/// The beginning of GByteArray.
typedef struct {
  unsigned char *data;
  unsigned int len;
} rw_byte_array;

/// Loads the library; 0 when it can't be had. Must have succeeded before any other function here is called.
static inline int rw_gmime_load(void) { return dlopen("libgmime-3.0.so.0", RTLD_NOW | RTLD_GLOBAL) != NULL; }

#define RW_LAZY(result, name, parameters, arguments)                            \
  static inline result lazy_##name parameters {                                 \
    static result(*function) parameters;                                        \
    if (!function) function = (result(*) parameters)dlsym(RTLD_DEFAULT, #name); \
    return function arguments;                                                  \
  }
#define RW_LAZY_DO(name, parameters, arguments)                               \
  static inline void lazy_##name parameters {                                 \
    static void(*function) parameters;                                        \
    if (!function) function = (void(*) parameters)dlsym(RTLD_DEFAULT, #name); \
    function arguments;                                                       \
  }

RW_LAZY(GMimeParserOptions *, g_mime_parser_options_new, (void), ())
RW_LAZY_DO(g_mime_parser_options_set_fallback_charsets, (GMimeParserOptions *options, const char **charsets), (options, charsets))
RW_LAZY_DO(g_mime_init, (void), ())
RW_LAZY(GMimeStream *, g_mime_stream_mem_new, (void), ())
RW_LAZY(GMimeStream *, g_mime_stream_mem_new_with_buffer, (const char *buffer, size_t len), (buffer, len))
RW_LAZY(GMimeStream *, g_mime_stream_null_new, (void), ())
RW_LAZY(GByteArray *, g_mime_stream_mem_get_byte_array, (GMimeStreamMem *mem), (mem))
RW_LAZY(GMimeParser *, g_mime_parser_new_with_stream, (GMimeStream *stream), (stream))
RW_LAZY_DO(g_mime_parser_set_format, (GMimeParser *parser, rw_enum format), (parser, format))
RW_LAZY(GMimeMessage *, g_mime_parser_construct_message, (GMimeParser *parser, GMimeParserOptions *options), (parser, options))
RW_LAZY(GMimeHeaderList *, g_mime_object_get_header_list, (GMimeObject *object), (object))
RW_LAZY(const char *, g_mime_object_get_header, (GMimeObject *object, const char *name), (object, name))
RW_LAZY(int, g_mime_header_list_get_count, (GMimeHeaderList *headers), (headers))
RW_LAZY(GMimeHeader *, g_mime_header_list_get_header_at, (GMimeHeaderList *headers, int index), (headers, index))
RW_LAZY(const char *, g_mime_header_get_name, (GMimeHeader *header), (header))
RW_LAZY(const char *, g_mime_header_get_value, (GMimeHeader *header), (header))
RW_LAZY(GMimeObject *, g_mime_message_get_mime_part, (GMimeMessage *message), (message))
RW_LAZY(InternetAddressList *, g_mime_message_get_from, (GMimeMessage *message), (message))
RW_LAZY(InternetAddressList *, g_mime_message_get_to, (GMimeMessage *message), (message))
RW_LAZY(const char *, g_mime_message_get_subject, (GMimeMessage *message), (message))
RW_LAZY(int, internet_address_list_length, (InternetAddressList *list), (list))
RW_LAZY(InternetAddress *, internet_address_list_get_address, (InternetAddressList *list, int index), (list, index))
RW_LAZY(const char *, internet_address_get_name, (InternetAddress *address), (address))
RW_LAZY(const char *, internet_address_mailbox_get_addr, (InternetAddressMailbox *mailbox), (mailbox))
RW_LAZY(GDateTime *, g_mime_utils_header_decode_date, (const char *text), (text))
RW_LAZY(GMimeContentType *, g_mime_object_get_content_type, (GMimeObject *object), (object))
RW_LAZY(char *, g_mime_content_type_get_mime_type, (GMimeContentType *type), (type))
RW_LAZY(const char *, g_mime_object_get_content_type_parameter, (GMimeObject *object, const char *name), (object, name))
RW_LAZY(int, g_mime_multipart_get_count, (GMimeMultipart *multipart), (multipart))
RW_LAZY(GMimeObject *, g_mime_multipart_get_part, (GMimeMultipart *multipart, int index), (multipart, index))
RW_LAZY(int, g_mime_part_is_attachment, (GMimePart *part), (part))
RW_LAZY(const char *, g_mime_part_get_filename, (GMimePart *part), (part))
RW_LAZY(GMimeDataWrapper *, g_mime_part_get_content, (GMimePart *part), (part))
RW_LAZY(ssize_t, g_mime_data_wrapper_write_to_stream, (GMimeDataWrapper *wrapper, GMimeStream *stream), (wrapper, stream))
RW_LAZY(unsigned long, g_mime_part_get_type, (void), ())
RW_LAZY(unsigned long, g_mime_multipart_get_type, (void), ())
RW_LAZY(unsigned long, g_mime_message_part_get_type, (void), ())
RW_LAZY(unsigned long, internet_address_mailbox_get_type, (void), ())
RW_LAZY(int, g_type_check_instance_is_a, (GTypeInstance *instance, unsigned long type), (instance, type))
RW_LAZY_DO(g_object_unref, (void *object), (object))
RW_LAZY_DO(g_free, (void *memory), (memory))
RW_LAZY(long, g_date_time_to_unix, (GDateTime *time), (time))
RW_LAZY_DO(g_date_time_unref, (GDateTime *time), (time))
RW_LAZY(char *, g_compute_checksum_for_data, (rw_enum type, const unsigned char *data, size_t length), (type, data, length))
RW_LAZY(char *, g_convert_with_fallback, (const char *text, ssize_t length, const char *to, const char *from, const char *fallback, size_t *read, size_t *written, GError **error), (text, length, to, from, fallback, read, written, error))
RW_LAZY(GIConv, g_iconv_open, (const char *to, const char *from), (to, from))
RW_LAZY(size_t, g_iconv, (GIConv converter, char **input, size_t *input_left, char **output, size_t *output_left), (converter, input, input_left, output, output_left))
RW_LAZY(int, g_iconv_close, (GIConv converter), (converter))

// GMime's type tests and casts are macros.
static inline int rw_is_a(void *object, unsigned long type) {
  return object && lazy_g_type_check_instance_is_a((GTypeInstance *)object, type);
}
static inline GMimeObject *rw_message_object(GMimeMessage *message) { return (GMimeObject *)message; }
static inline GMimePart *rw_part(GMimeObject *object) {
  return rw_is_a(object, lazy_g_mime_part_get_type()) ? (GMimePart *)object : NULL;
}
static inline GMimeMultipart *rw_multipart(GMimeObject *object) {
  return rw_is_a(object, lazy_g_mime_multipart_get_type()) ? (GMimeMultipart *)object : NULL;
}
static inline int rw_is_message_part(GMimeObject *object) {
  return rw_is_a(object, lazy_g_mime_message_part_get_type());
}
static inline rw_byte_array *rw_stream_bytes(GMimeStream *stream) {
  return (rw_byte_array *)lazy_g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
}
static inline const char *rw_address_mail(InternetAddress *address) {
  if (!rw_is_a(address, lazy_internet_address_mailbox_get_type())) return NULL;
  return lazy_internet_address_mailbox_get_addr((InternetAddressMailbox *)address);
}

#endif
