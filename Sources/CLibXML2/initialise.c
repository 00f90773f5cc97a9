#include "include/CLibXML2.h"
#include <libxml/parser.h>
#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void initialise(void) { xmlInitParser(); }

void pxml_initialise(void) { pthread_once(&once, initialise); }
