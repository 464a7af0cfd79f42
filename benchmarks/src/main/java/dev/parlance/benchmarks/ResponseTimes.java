package dev.parlance.benchmarks;

import java.util.Arrays;
import java.util.List;

/** The response times of one second. */
final class ResponseTimes {
    private int[] micros = new int[1_024];
    private int count;

    void add(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, 2 * count);
        }
        micros[count++] = (int) (nanos / 1_000);
    }

    int count() {
        return count;
    }

    static double perSecond(List<ResponseTimes> seconds) {
        return seconds.stream().mapToInt(ResponseTimes::count).average().orElse(0);
    }

    /** The percentile in milliseconds: this share of the responses was at least as fast. */
    static double percentile(List<ResponseTimes> seconds, double share) {
        int[] all = seconds.stream()
                .flatMapToInt(each -> Arrays.stream(each.micros, 0, each.count))
                .sorted()
                .toArray();
        return all.length == 0 ? 0 : all[(int) ((all.length - 1) * share)] / 1e3;
    }
}
