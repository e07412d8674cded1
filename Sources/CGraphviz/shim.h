// Graphviz as seen from Swift.
//
// Nothing here links libgvc. The library is opened at run time, on the first picture, because
// (1) a program that draws nothing should not pay for loading it, (2) DOT output has to work where
// Graphviz is not installed, and (3) its absence is then an ordinary error and not a refusal of the
// dynamic linker to start the program. The types still come from the real headers, so a changed
// signature is a compile error.
//
// For the same reason the package names no pkg-config file: SwiftPM would add its `-lgvc`.

#ifndef ENTENTE_CGRAPHVIZ_SHIM_H
#define ENTENTE_CGRAPHVIZ_SHIM_H

#if __has_include(<graphviz/gvc.h>)
#include <graphviz/gvc.h>
#elif __has_include("/opt/homebrew/include/graphviz/gvc.h")
#include "/opt/homebrew/include/graphviz/gvc.h"
#elif __has_include("/usr/local/include/graphviz/gvc.h")
#include "/usr/local/include/graphviz/gvc.h"
#elif __has_include("/opt/local/include/graphviz/gvc.h")
#include "/opt/local/include/graphviz/gvc.h"
#elif __has_include(<gvc.h>)
#include <gvc.h>
#else
#error "Graphviz headers not found: apt-get install libgraphviz-dev, dnf install graphviz-devel, or brew install graphviz"
#endif

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/// The entry points of libgvc and libcgraph that are used, as found at run time.
typedef struct {
  void *library;
  __typeof__(&gvContext) gvContext;
  __typeof__(&gvcVersion) gvcVersion;
  __typeof__(&gvLayout) gvLayout;
  __typeof__(&gvRenderData) gvRenderData;
  __typeof__(&gvFreeRenderData) gvFreeRenderData;
  __typeof__(&gvFreeLayout) gvFreeLayout;
  __typeof__(&agmemread) agmemread;
  __typeof__(&agclose) agclose;
  __typeof__(&agnnodes) agnnodes;
  __typeof__(&agnedges) agnedges;
  __typeof__(&agattr) agattr;
  __typeof__(&agseterr) agseterr;
  __typeof__(&agseterrf) agseterrf;
  __typeof__(&agreseterrors) agreseterrors;
  __typeof__(&agreadline) agreadline;
} entente_gv;

/// What became of an attempt to open the library.
enum {
  ENTENTE_GV_READY = 0,
  ENTENTE_GV_NO_LIBRARY = 1,
  ENTENTE_GV_NO_SYMBOL = 2
};

/// Receives one fragment of a message; Graphviz sends a message in several.
typedef void (*entente_gv_message)(const char *fragment);

static inline const char *entente_gv_symbol(entente_gv *gv) {
#define ENTENTE_GV_FIND(name)                              \
  gv->name = (__typeof__(gv->name))dlsym(gv->library, #name); \
  if (!gv->name) return #name
  ENTENTE_GV_FIND(gvContext);
  ENTENTE_GV_FIND(gvcVersion);
  ENTENTE_GV_FIND(gvLayout);
  ENTENTE_GV_FIND(gvRenderData);
  ENTENTE_GV_FIND(gvFreeRenderData);
  ENTENTE_GV_FIND(gvFreeLayout);
  // libcgraph is a dependency of libgvc, and dlsym also searches those.
  ENTENTE_GV_FIND(agmemread);
  ENTENTE_GV_FIND(agclose);
  ENTENTE_GV_FIND(agnnodes);
  ENTENTE_GV_FIND(agnedges);
  ENTENTE_GV_FIND(agattr);
  ENTENTE_GV_FIND(agseterr);
  ENTENTE_GV_FIND(agseterrf);
  ENTENTE_GV_FIND(agreseterrors);
  ENTENTE_GV_FIND(agreadline);
#undef ENTENTE_GV_FIND
  return NULL;
}

/// Opens the library at `path` and looks up every entry point. On ENTENTE_GV_NO_SYMBOL, `missing`
/// names the first one that is not there.
static inline int entente_gv_open(entente_gv *gv, const char *path, const char **missing) {
  gv->library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!gv->library) return ENTENTE_GV_NO_LIBRARY;
  *missing = entente_gv_symbol(gv);
  return *missing ? ENTENTE_GV_NO_SYMBOL : ENTENTE_GV_READY;
}

static inline void *entente_gv_context(const entente_gv *gv) { return gv->gvContext(); }

static inline const char *entente_gv_version(const entente_gv *gv, void *context) {
  return gv->gvcVersion((GVC_t *)context);
}

/// Sends every later message to `receiver`, in fragments. The parameter of the callback is
/// `char *` in some versions and `const char *` in others, hence the cast through `void *`.
static inline void entente_gv_receive(const entente_gv *gv, entente_gv_message receiver) {
  gv->agseterr(AGWARN);
  gv->agseterrf((agusererrf)(void *)receiver);
}

static inline void entente_gv_reset(const entente_gv *gv) {
  gv->agreseterrors();
  // The parser's line counter is global and goes on counting from one text to the next.
  gv->agreadline(1);
}

static inline void *entente_gv_read(const entente_gv *gv, const char *dot) {
  return gv->agmemread(dot);
}

static inline int entente_gv_node_count(const entente_gv *gv, void *graph) {
  return gv->agnnodes((Agraph_t *)graph);
}

static inline int entente_gv_edge_count(const entente_gv *gv, void *graph) {
  return gv->agnedges((Agraph_t *)graph);
}

/// Sets an attribute of the whole graph.
static inline void entente_gv_set(
  const entente_gv *gv, void *graph, const char *name, const char *value
) {
  gv->agattr((Agraph_t *)graph, AGRAPH, (char *)name, (char *)value);
}

static inline int entente_gv_layout(
  const entente_gv *gv, void *context, void *graph, const char *engine
) {
  return gv->gvLayout((GVC_t *)context, (Agraph_t *)graph, engine);
}

static inline int entente_gv_render(
  const entente_gv *gv, void *context, void *graph, const char *format, char **bytes, size_t *count
) {
  // The length is `unsigned *` before Graphviz 14 and `size_t *` from then on. Eight zeroed bytes
  // hold either; on a big-endian machine the four-byte answer would be read wrongly, and there is
  // no such machine among those that Swift supports.
  size_t length = 0;
  int failed = gv->gvRenderData(
    (GVC_t *)context, (Agraph_t *)graph, format, bytes, (void *)&length);
  *count = length;
  return failed;
}

static inline void entente_gv_free_bytes(const entente_gv *gv, char *bytes) {
  gv->gvFreeRenderData(bytes);
}

static inline void entente_gv_free_layout(const entente_gv *gv, void *context, void *graph) {
  gv->gvFreeLayout((GVC_t *)context, (Agraph_t *)graph);
}

static inline void entente_gv_close(const entente_gv *gv, void *graph) {
  gv->agclose((Agraph_t *)graph);
}

#endif
