package dev.parlance.survey.index;

import java.util.Arrays;

/** Like {@link Dictionary}, for numbers: takes about 30 bytes for each different one. */
final class NumberDictionary {
    private static final int FIRST_SIZE = 16;

    /** The number of a value plus 1, at a place that follows from the value; 0 in a free place. At least half are free. */
    private int[] places = new int[2 * FIRST_SIZE];

    private volatile double[] values = new double[FIRST_SIZE];
    private int size;

    int number(double value) {
        int place = place(value);
        if (places[place] > 0) {
            return places[place] - 1;
        }
        if (size == values.length) {
            grow();
            place = place(value);
        }
        values[size] = value;
        size++;
        places[place] = size;
        return size - 1;
    }

    private int place(double value) {
        long bits = Double.doubleToLongBits(value) * 0x9E3779B97F4A7C15L;
        int place = (int) (bits >>> 32) & places.length - 1;
        while (places[place] > 0 && Double.compare(values[places[place] - 1], value) != 0) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private void grow() {
        values = Arrays.copyOf(values, 2 * size);
        places = new int[4 * size];
        for (int i = 0; i < size; i++) {
            places[place(values[i])] = i + 1;
        }
    }

    double value(int number) {
        return values[number];
    }
}
