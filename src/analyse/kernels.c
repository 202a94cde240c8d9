/* kernels.c - integer products for three instruction sets, and the choice among them. */
#include "analyse/kernels.h"

#include <string.h>

/* Adding and taking off 1.5 · 2^23 rounds a float below 2^22 to the nearest integer, ties to even. */
#define ROUND 12582912.0f

/* What a sum begins at: the 128 that is in every input, taken off. */
static inline int32_t start_at(int32_t row_sum)
{
	return (int32_t)(0u - 128u * (uint32_t)row_sum);
}

static void portable_gemm(const uint8_t *x, size_t m, size_t k, const int8_t *w, const int32_t *row_sum, size_t n, int32_t *out)
{
	for (size_t r = 0; r < m; r++, x += k, out += n) {
		for (size_t j = 0; j < n; j++)
			out[j] = start_at(row_sum[j]);
		for (size_t i = 0; i < k; i += 4) {
			const int8_t *row = w + i * n;

			for (size_t j = 0; j < n; j++)
				out[j] += x[i] * row[4 * j] + x[i + 1] * row[4 * j + 1] + x[i + 2] * row[4 * j + 2] + x[i + 3] * row[4 * j + 3];
		}
	}
}

#define MAKE portable
#define MAKE_NAME "portable"
#define TARGET
#include "analyse/kernels_body.h"

#if defined(__x86_64__)
#include <immintrin.h>

static inline int32_t four_at(const uint8_t *p)
{
	int32_t v;

	memcpy(&v, p, 4);
	return v;
}

#define AVX2 __attribute__((target("avx2")))

/* Sixteen outputs of `rows` rows (at most 4, known when compiled) stay in registers; each load of w serves all rows. */
AVX2 static inline __attribute__((always_inline)) void avx2_tile(const uint8_t *x, size_t rows, size_t k, const int8_t *w, size_t n, int32_t *out)
{
	const __m256i ones = _mm256_set1_epi16(1);
	__m256i s[4][2];

	for (size_t r = 0; r < rows; r++)
		s[r][0] = s[r][1] = _mm256_setzero_si256();
	for (size_t i = 0; i < k; i += 4) {
		__m256i a = _mm256_loadu_si256((const __m256i *)(w + i * n)), b = _mm256_loadu_si256((const __m256i *)(w + i * n + 32));

		for (size_t r = 0; r < rows; r++) {
			__m256i v = _mm256_set1_epi32((int32_t)((uint32_t)four_at(x + r * k + i) ^ 0x80808080u)), most = _mm256_abs_epi8(v);

			s[r][0] = _mm256_add_epi32(s[r][0], _mm256_madd_epi16(_mm256_maddubs_epi16(most, _mm256_sign_epi8(a, v)), ones));
			s[r][1] = _mm256_add_epi32(s[r][1], _mm256_madd_epi16(_mm256_maddubs_epi16(most, _mm256_sign_epi8(b, v)), ones));
		}
	}
	for (size_t r = 0; r < rows; r++) {
		_mm256_storeu_si256((__m256i *)(out + r * n), s[r][0]);
		_mm256_storeu_si256((__m256i *)(out + r * n + 8), s[r][1]);
	}
}

AVX2 static void avx2_gemm(const uint8_t *x, size_t m, size_t k, const int8_t *w, const int32_t *row_sum, size_t n, int32_t *out)
{
	(void)row_sum;
	for (size_t j = 0; j < n; j += 16) {
		size_t r = 0;

		for (; r + 4 <= m; r += 4)
			avx2_tile(x + r * k, 4, k, w + 4 * j, n, out + r * n + j);
		for (; r < m; r++)
			avx2_tile(x + r * k, 1, k, w + 4 * j, n, out + r * n + j);
	}
}

#define MAKE avx2
#define MAKE_NAME "avx2"
#define TARGET AVX2
#include "analyse/kernels_body.h"

#define VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))

/* A tile of `rows` × 16 `columns` outputs (both at most 4, known when compiled) stays in registers: each load of w serves all rows, each of x
 * all columns.  With 4 × 4 the whole
 * analysis is 1.18 times as fast as with 4 × 1, which waits for its loads. */
VNNI static inline __attribute__((always_inline)) void vnni_tile(const uint8_t *x, size_t rows, size_t k, const int8_t *w, const int32_t *row_sum,
								 size_t n, size_t columns, int32_t *out)
{
	__m512i s[4][4];

	for (size_t r = 0; r < rows; r++)
		for (size_t c = 0; c < columns; c++)
			s[r][c] = _mm512_sub_epi32(_mm512_setzero_si512(), _mm512_slli_epi32(_mm512_loadu_si512(row_sum + 16 * c), 7));
	for (size_t i = 0; i < k; i += 4) {
		__m512i v[4];

		for (size_t c = 0; c < columns; c++)
			v[c] = _mm512_loadu_si512(w + i * n + 64 * c);
		for (size_t r = 0; r < rows; r++) {
			__m512i four = _mm512_set1_epi32(four_at(x + r * k + i));

			for (size_t c = 0; c < columns; c++)
				s[r][c] = _mm512_dpbusd_epi32(s[r][c], four, v[c]);
		}
	}
	for (size_t r = 0; r < rows; r++)
		for (size_t c = 0; c < columns; c++)
			_mm512_storeu_si512(out + r * n + 16 * c, s[r][c]);
}

VNNI static void vnni_gemm(const uint8_t *x, size_t m, size_t k, const int8_t *w, const int32_t *row_sum, size_t n, int32_t *out)
{
	size_t j = 0;

	for (; j + 64 <= n; j += 64) {		/* the tile's weights stay in the nearest cache for all rows */
		size_t r = 0;

		for (; r + 4 <= m; r += 4)
			vnni_tile(x + r * k, 4, k, w + 4 * j, row_sum + j, n, 4, out + r * n + j);
		for (; r < m; r++)
			vnni_tile(x + r * k, 1, k, w + 4 * j, row_sum + j, n, 4, out + r * n + j);
	}
	for (; j < n; j += 16) {
		size_t r = 0;

		for (; r + 4 <= m; r += 4)
			vnni_tile(x + r * k, 4, k, w + 4 * j, row_sum + j, n, 1, out + r * n + j);
		for (; r < m; r++)
			vnni_tile(x + r * k, 1, k, w + 4 * j, row_sum + j, n, 1, out + r * n + j);
	}
}

#define MAKE vnni
#define MAKE_NAME "avx512vnni"
#define TARGET VNNI
#include "analyse/kernels_body.h"
#endif

const struct kernels *kernels_choose(const char *limit)
{
	if (limit && strcmp(limit, "portable") == 0)
		return &portable_kernels;
#if defined(__x86_64__)
	__builtin_cpu_init();
	if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
	    __builtin_cpu_supports("avx512dq") && !(limit && strcmp(limit, "avx2") == 0))
		return &vnni_kernels;
	if (__builtin_cpu_supports("avx2"))
		return &avx2_kernels;
#endif
	return &portable_kernels;
}
