/* Loaded before PyTorch, lets its MKL take any processor for an Intel one: else it leaves AVX-512 unused on others. */
int mkl_serv_intel_cpu(void) { return 1; }
int mkl_serv_intel_cpu_true(void) { return 1; }
