/* kernels.h - the inner loops of the network, in three makes that give the same bits.
 *
 * A packed matrix of n outputs and k inputs (k a multiple of 4, n padded to a multiple of 16) lies as
 *
 *	w[k / 4][n][4]		signed bytes
 *
 * so that one 64-byte register holds four inputs of sixteen outputs, which is what VPDPBUSD multiplies in one go
 * (Intel SDM vol. 2; the broadcast input is unsigned, so inputs are stored with 128 added, and sums begin at what
 * that adds, taken off: -128 times the sum of the weights).  AVX2 has only VPMADDUBSW, which sums two products in 16
 * bits: it multiplies the input's absolute value by the weight with the input's sign, at most 2 · 128 · 127.
 */
#ifndef ANALYSE_KERNELS_H
#define ANALYSE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

struct kernels {
	const char *name;
	/* out (m, n) = (x (m, k) - 128) · w: exact integer sums; row_sum (n): the sums of the weights, -127 to 127 each. */
	void (*gemm)(const uint8_t *x, size_t m, size_t k, const int8_t *w, const int32_t *row_sum, size_t n, int32_t *out);
	/* out (n) += a · x (n) */
	void (*axpy)(float a, const float *x, float *out, size_t n);
	/* x (k floats) → q (k bytes, biased by 128); returns the scale: x ≈ (q - 128) · scale */
	float (*quantise)(const float *x, size_t k, uint8_t *q);
	/* y (n) = sum (n) · x_scale · row_scale (n) + bias (n) [+ y when add] */
	void (*dequantise)(const int32_t *sum, float x_scale, const float *row_scale, const float *bias, float *y, size_t n, int add);
	/* One LSTM step of h units: gates (4h: input, forget, cell, output) → cell (h), hidden (h). */
	void (*lstm)(const float *gates, float *cell, float *hidden, size_t h);
};

/* The best make for this machine; at most the one called `limit` where that is not NULL. */
const struct kernels *kernels_choose(const char *limit);

#endif
