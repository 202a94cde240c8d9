/* kernels.c - integer products for three instruction sets, and the choice among them. */
#include "analyse/kernels.h"

#include <string.h>

/* Adding and taking off 1.5 · 2^23 rounds a float below 2^22 to the nearest integer, ties to even. */
#define ROUND 12582912.0f

static void portable_gemm(const uint8_t *x, size_t m, size_t k, const int8_t *w, size_t n, int32_t *out)
{
	for (size_t r = 0; r < m; r++, x += k, out += n) {
		memset(out, 0, n * sizeof(*out));
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

/* Sixteen outputs at a time in four registers of eight half sums. */
__attribute__((target("avx2")))
static void avx2_gemm(const uint8_t *x, size_t m, size_t k, const int8_t *w, size_t n, int32_t *out)
{
	for (size_t r = 0; r < m; r++, x += k, out += n) {
		for (size_t j = 0; j < n; j += 16) {
			__m256i s0 = _mm256_setzero_si256(), s1 = s0, s2 = s0, s3 = s0;

			for (size_t i = 0; i < k; i += 4) {
				uint32_t four;

				memcpy(&four, x + i, 4);
				__m256i v = _mm256_cvtepu8_epi16(_mm_set1_epi32((int)four));
				const __m128i *p = (const __m128i *)(w + i * n + 4 * j);

				s0 = _mm256_add_epi32(s0, _mm256_madd_epi16(v, _mm256_cvtepi8_epi16(_mm_loadu_si128(p))));
				s1 = _mm256_add_epi32(s1, _mm256_madd_epi16(v, _mm256_cvtepi8_epi16(_mm_loadu_si128(p + 1))));
				s2 = _mm256_add_epi32(s2, _mm256_madd_epi16(v, _mm256_cvtepi8_epi16(_mm_loadu_si128(p + 2))));
				s3 = _mm256_add_epi32(s3, _mm256_madd_epi16(v, _mm256_cvtepi8_epi16(_mm_loadu_si128(p + 3))));
			}
			__m256i a = _mm256_permute4x64_epi64(_mm256_hadd_epi32(s0, s1), 0xD8);
			__m256i b = _mm256_permute4x64_epi64(_mm256_hadd_epi32(s2, s3), 0xD8);

			_mm256_storeu_si256((__m256i *)(out + j), a);
			_mm256_storeu_si256((__m256i *)(out + j + 8), b);
		}
	}
}

#define MAKE avx2
#define MAKE_NAME "avx2"
#define TARGET __attribute__((target("avx2")))
#include "analyse/kernels_body.h"

#define VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))

static inline int32_t four_at(const uint8_t *p)
{
	int32_t v;

	memcpy(&v, p, 4);
	return v;
}

/* Up to four rows of x share every load of w. */
VNNI static void vnni_gemm(const uint8_t *x, size_t m, size_t k, const int8_t *w, size_t n, int32_t *out)
{
	size_t r = 0;

	for (; r + 4 <= m; r += 4) {
		const uint8_t *x0 = x + r * k, *x1 = x0 + k, *x2 = x1 + k, *x3 = x2 + k;

		for (size_t j = 0; j < n; j += 16) {
			__m512i s0 = _mm512_setzero_si512(), s1 = s0, s2 = s0, s3 = s0;

			for (size_t i = 0; i < k; i += 4) {
				__m512i v = _mm512_loadu_si512(w + i * n + 4 * j);

				s0 = _mm512_dpbusd_epi32(s0, _mm512_set1_epi32(four_at(x0 + i)), v);
				s1 = _mm512_dpbusd_epi32(s1, _mm512_set1_epi32(four_at(x1 + i)), v);
				s2 = _mm512_dpbusd_epi32(s2, _mm512_set1_epi32(four_at(x2 + i)), v);
				s3 = _mm512_dpbusd_epi32(s3, _mm512_set1_epi32(four_at(x3 + i)), v);
			}
			_mm512_storeu_si512(out + r * n + j, s0);
			_mm512_storeu_si512(out + (r + 1) * n + j, s1);
			_mm512_storeu_si512(out + (r + 2) * n + j, s2);
			_mm512_storeu_si512(out + (r + 3) * n + j, s3);
		}
	}
	for (; r < m; r++) {
		for (size_t j = 0; j < n; j += 16) {
			__m512i s = _mm512_setzero_si512();

			for (size_t i = 0; i < k; i += 4)
				s = _mm512_dpbusd_epi32(s, _mm512_set1_epi32(four_at(x + r * k + i)), _mm512_loadu_si512(w + i * n + 4 * j));
			_mm512_storeu_si512(out + r * n + j, s);
		}
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
