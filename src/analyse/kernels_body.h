/* kernels_body.h - the float loops, included once for every instruction set (MAKE names it, TARGET is its attribute).
 *
 * Every output element sees the same operations in the same order in every make; nothing is contracted or re-associated.
 */
#define NAME_(make, what) make##_##what
#define NAME2_(make, what) NAME_(make, what)
#define FN(what) NAME2_(MAKE, what)

TARGET static void FN(axpy)(float a, const float *restrict x, float *restrict out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out[i] += a * x[i];
}

TARGET static float FN(quantise)(const float *restrict x, size_t k, uint8_t *restrict q)
{
	int32_t top = 0;

	for (size_t i = 0; i < k; i++) {
		int32_t bits;

		memcpy(&bits, &x[i], 4);
		bits &= 0x7FFFFFFF;	/* the order of non-negative floats is that of their bits */
		top = bits > top ? bits : top;
	}
	float most;

	memcpy(&most, &top, 4);
	if (!(most > 1e-20f)) {
		memset(q, 128, k);
		return 0.0f;
	}
	float inverse = 127.0f / most;

	for (size_t i = 0; i < k; i++) {
		float v = x[i] * inverse;

		q[i] = (uint8_t)((int32_t)((v + ROUND) - ROUND) + 128);
	}
	return most / 127.0f;
}

TARGET static void FN(dequantise)(const int32_t *restrict sum, float x_scale, const float *restrict row_scale, const float *restrict bias,
				  float *restrict y, size_t n, int add)
{
	if (add)
		for (size_t i = 0; i < n; i++)
			y[i] = y[i] + (float)sum[i] * (x_scale * row_scale[i]) + bias[i];
	else
		for (size_t i = 0; i < n; i++)
			y[i] = (float)sum[i] * (x_scale * row_scale[i]) + bias[i];
}

/* e^x for |x| ≤ 87 by 2^n · polynomial; relative error below 2e-7. */
TARGET static inline float FN(exp)(float x)
{
	/* limited as integers: GCC leaves branches for floats, and the loop is not vectorised */
	int32_t from, most = 0x42AE0000;	/* 87 */
	float limited;

	memcpy(&from, &x, 4);
	int32_t size = from & 0x7FFFFFFF;

	from = (size > most ? most : size) | (from & (int32_t)0x80000000);
	memcpy(&limited, &from, 4);
	float n = (limited * 1.44269504f + ROUND) - ROUND;
	float r = (limited - n * 0.693145752f) - n * 1.42860677e-6f;
	float p = 1.0f + r * (1.0f + r * (0.5f + r * (0.166666667f + r * (0.0416666667f + r * (0.00833333333f + r * 0.00138888889f)))));
	int32_t bits = ((int32_t)n + 127) << 23;
	float scale;

	memcpy(&scale, &bits, 4);
	return p * scale;
}

TARGET static void FN(lstm)(const float *restrict gates, float *restrict cell, float *restrict hidden, size_t h)
{
	for (size_t i = 0; i < h; i++) {
		float in = 1.0f / (1.0f + FN(exp)(-gates[i]));
		float forget = 1.0f / (1.0f + FN(exp)(-gates[h + i]));
		float candidate = 2.0f / (1.0f + FN(exp)(-2.0f * gates[2 * h + i])) - 1.0f;
		float out = 1.0f / (1.0f + FN(exp)(-gates[3 * h + i]));
		float c = forget * cell[i] + in * candidate;

		cell[i] = c;
		hidden[i] = out * (2.0f / (1.0f + FN(exp)(-2.0f * c)) - 1.0f);
	}
}

static const struct kernels FN(kernels) = { MAKE_NAME, FN(gemm), FN(axpy), FN(quantise), FN(dequantise), FN(lstm) };

#undef NAME_
#undef NAME2_
#undef FN
#undef MAKE
#undef MAKE_NAME
#undef TARGET
