/* What a programmer would write by hand for this workload and no other: checks as tables of whole-number figures, no
   tolerance, loops that a compiler turns into vector instructions, blocks that stay in the cache, the index beside it. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#define BLOCK 1024
enum { PASS, FAIL, UNKNOWN };
enum { GREATER, GREATER_EQUAL, LESS_EQUAL };
typedef struct { int32_t op, left, right; double constant; } compare; /* right < 0: the constant */
typedef struct { int32_t kind, a, b, c; double least; } check;        /* 0: compare a; 1: a + b == c; 2: a / b >= least; 3: (a and b) or c */

static inline int8_t told(int64_t yes, int64_t known) { return known ? (yes ? PASS : FAIL) : UNKNOWN; }

#define LOOP(TEST, KNOWN) for (long i = 0; i < m; i++) out[i] = told(TEST, KNOWN)
#define COMPARE(OP, R) LOOP(l[i] OP R, (l[i] == l[i]) & (R == R)); break

static void compared(const compare *c, const double *const *f, int8_t *restrict out, long m) {
  const double *l = f[c->left], k = c->constant;
  if (c->right < 0) {
    switch (c->op) { case GREATER: COMPARE(>, k); case GREATER_EQUAL: COMPARE(>=, k); default: COMPARE(<=, k); }
  } else {
    const double *r = f[c->right];
    switch (c->op) { case GREATER: COMPARE(>, r[i]); case GREATER_EQUAL: COMPARE(>=, r[i]); default: COMPARE(<=, r[i]); }
  }
}

static void checked(const check *c, const compare *all, const double *const *f, int8_t *restrict out, long m) {
  if (c->kind == 0) { compared(all + c->a, f, out, m); return; }
  if (c->kind == 3) {
    int8_t x[BLOCK], y[BLOCK];
    compared(all + c->a, f, x, m); compared(all + c->b, f, y, m); compared(all + c->c, f, out, m);
    for (long i = 0; i < m; i++) {
      const int8_t both = (x[i] == FAIL) | (y[i] == FAIL) ? FAIL : x[i] | y[i], other = out[i];
      out[i] = (both == PASS) | (other == PASS) ? PASS : (both == FAIL) & (other == FAIL) ? FAIL : UNKNOWN;
    }
    return;
  }
  const double *a = f[c->a], *b = f[c->b], t = c->least;
  if (c->kind == 1) { const double *s = f[c->c]; LOOP(a[i] + b[i] == s[i], (a[i] == a[i]) & (b[i] == b[i]) & (s[i] == s[i])); }
  else LOOP(a[i] >= t * b[i], (a[i] == a[i]) & (b[i] == b[i]) & (b[i] != 0.0));
}

/* Bodies are runs of (column, value), each begun by how many; a way is a run of bodies. */
static const int32_t *concluded(const int32_t *way, int8_t *out, long total, int8_t *restrict held, long m) {
  int8_t all[BLOCK];
  memset(held, 0, m);
  for (int32_t bodies = *way++; bodies; bodies--) {
    memset(all, 1, m);
    for (int32_t atoms = *way++; atoms; atoms--, way += 2) {
      const int8_t *restrict o = out + way[0] * total, value = (int8_t)way[1];
      for (long i = 0; i < m; i++) all[i] &= o[i] == value;
    }
    for (long i = 0; i < m; i++) held[i] |= all[i];
  }
  return way;
}

void run(long total, long columns, const double *const *figures, const compare *all, const check *checks, long n,
         const int16_t *weights, const int32_t *ways, long conclusions, int8_t *out, double *points) {
  for (long at = 0; at < total; at += BLOCK) {
    const long m = total - at < BLOCK ? total - at : BLOCK;
    const double *f[columns]; int16_t passed[BLOCK] = {0}, known[BLOCK] = {0};
    for (long c = 0; c < columns; c++) f[c] = figures[c] + at;
    for (long c = 0; c < n; c++) {
      int8_t *restrict o = out + c * total + at; const int16_t w = weights[c];
      checked(checks + c, all, f, o, m);
      for (long i = 0; i < m; i++) { passed[i] += o[i] == PASS ? w : 0; known[i] += o[i] != UNKNOWN ? w : 0; }
    }
    const int32_t *way = ways;
    for (long c = 0; c < conclusions; c++) way = concluded(way, out + at, total, out + (n + c) * total + at, m);
    for (long i = 0; i < m; i++) points[at + i] = known[i] ? 100.0 * passed[i] / known[i] : NAN;
  }
}

/* Reads memory as fast as it comes. */
double sum(const double *v, long n) {
  double s[32] = {0};
  for (long i = 0; i + 32 <= n; i += 32) for (int j = 0; j < 32; j++) s[j] += v[i + j];
  double total = 0;
  for (int j = 0; j < 32; j++) total += s[j];
  return total;
}
