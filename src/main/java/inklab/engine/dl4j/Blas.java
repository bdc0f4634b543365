package inklab.engine.dl4j;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/** Matrix products by ND4J's own BLAS, called with its pointers: a tenth of the cost of going through ND4J for small matrices. */
final class Blas {
    private Blas() {}

    /** {@code C[m,n] = A[m,k] · B[k,n] + beta C}. */
    static void nn(int m, int n, int k, FloatPointer a, FloatPointer b, float beta, FloatPointer c) {
        openblas.cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, k, b, n, beta, c, n);
    }

    /** {@code C[m,n] = A[m,k] · B[n,k]ᵀ + beta C}. */
    static void nt(int m, int n, int k, FloatPointer a, FloatPointer b, float beta, FloatPointer c) {
        openblas.cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1, a, k, b, k, beta, c, n);
    }

    /** {@code C[m,n] = A[k,m]ᵀ · B[k,n] + beta C}. */
    static void tn(int m, int n, int k, FloatPointer a, FloatPointer b, float beta, FloatPointer c) {
        openblas.cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, m, n, k, 1, a, m, b, n, beta, c, n);
    }
}
