// SPDX-License-Identifier: Apache-2.0
package bench;

import java.math.BigInteger;

/** What the rules have said of one enterprise: one flag per rule, set by the rule that fires. */
public final class Verdicts {
    public final boolean[] holds;

    public Verdicts(int rules) {
        holds = new boolean[rules];
    }

    public void holds(int rule) {
        holds[rule] = true;
    }

    /** Mean growth of two years at least p/q; the products exceed a long. */
    public static boolean grows(Long y1, Long y2, Long y3, long p, long q) {
        if (y1 == null || y2 == null || y3 == null || y2 <= 0 || y3 <= 0)
            return false;
        BigInteger a = BigInteger.valueOf(y1), b = BigInteger.valueOf(y2), c = BigInteger.valueOf(y3);
        BigInteger twice = b.multiply(c).shiftLeft(1);
        BigInteger rise = a.multiply(c).add(b.multiply(b)).subtract(twice);
        return rise.multiply(BigInteger.valueOf(q)).compareTo(twice.multiply(BigInteger.valueOf(p))) >= 0;
    }
}
