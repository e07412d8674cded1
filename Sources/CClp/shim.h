#ifndef ENTENTE_CCLP_SHIM_H
#define ENTENTE_CCLP_SHIM_H

/* Declarations only: the library itself is opened at run time, so that a program which never solves
   anything neither loads CLP, LAPACK and the Fortran runtime nor needs them installed. */
#if __has_include(<coin/Clp_C_Interface.h>)
#include <coin/Clp_C_Interface.h>
#elif __has_include("/opt/homebrew/opt/clp/include/clp/coin/Clp_C_Interface.h")
#include "/opt/homebrew/opt/clp/include/clp/coin/Clp_C_Interface.h"
#elif __has_include("/usr/local/opt/clp/include/clp/coin/Clp_C_Interface.h")
#include "/usr/local/opt/clp/include/clp/coin/Clp_C_Interface.h"
#else
#error "CLP's headers are missing: install coinor-libclp-dev (apt) or clp (brew)"
#endif

#include <dlfcn.h>

/* The functions used here, each with the type that its header gives it. */
#define ENTENTE_CLP_FUNCTIONS(DO) \
  DO(Clp_Version)                 \
  DO(Clp_newModel)                \
  DO(Clp_deleteModel)             \
  DO(Clp_setLogLevel)             \
  DO(Clp_scaling)                 \
  DO(Clp_setPerturbation)         \
  DO(Clp_setDualTolerance)        \
  DO(Clp_setPrimalTolerance)      \
  DO(Clp_setMaximumIterations)    \
  DO(Clp_setNumberIterations)     \
  DO(Clp_numberIterations)        \
  DO(Clp_addRows)                 \
  DO(Clp_deleteColumns)           \
  DO(Clp_addColumns)              \
  DO(Clp_chgColumnLower)          \
  DO(Clp_chgObjCoefficients)      \
  DO(Clp_primal)                  \
  DO(Clp_status)                  \
  DO(Clp_objectiveValue)          \
  DO(Clp_primalColumnSolution)    \
  DO(Clp_dualRowSolution)         \
  DO(Clp_statusArray)             \
  DO(Clp_copyinStatus)            \
  DO(Clp_unboundedRay)            \
  DO(Clp_freeRay)

typedef struct {
#define ENTENTE_FIELD(name) __typeof__(&name) name;
  ENTENTE_CLP_FUNCTIONS(ENTENTE_FIELD)
#undef ENTENTE_FIELD
} EntenteClpFunctions;

/* Fills the table from an open library; the name of the first missing function, or NULL. */
static inline const char *entente_clp_fill(EntenteClpFunctions *table, void *library) {
#define ENTENTE_FILL(name)                                  \
  table->name = (__typeof__(&name))dlsym(library, #name);   \
  if (!table->name) return #name;
  ENTENTE_CLP_FUNCTIONS(ENTENTE_FILL)
#undef ENTENTE_FILL
  return (const char *)0;
}

#endif
