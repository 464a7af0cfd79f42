package dev.parlance.editor;

import java.util.List;

/**
 * Two changes of one text, merged line by line. Where both changed the same lines, the merged text has both between markers, as Git
 * writes them.
 *
 * @param conflicts how many places are between markers
 */
record Merge(String text, int conflicts) {
    private static final String MINE = "<<<<<<< this page\n";
    private static final String MIDDLE = "=======\n";
    private static final String DISK = ">>>>>>> on disk\n";

    static Merge of(String base, String mine, String disk) {
        return new Merger(LineDiff.lines(base), LineDiff.lines(mine), LineDiff.lines(disk)).merge();
    }

    private static final class Merger {
        private final List<String> base;
        private final List<String> mine;
        private final List<String> disk;
        private final int[] inMine;
        private final int[] onDisk;
        private final StringBuilder merged = new StringBuilder();
        private int conflicts;

        Merger(List<String> base, List<String> mine, List<String> disk) {
            this.base = base;
            this.mine = mine;
            this.disk = disk;
            this.inMine = LineDiff.matches(base, mine);
            this.onDisk = LineDiff.matches(base, disk);
        }

        Merge merge() {
            int i = 0;
            int m = 0;
            int d = 0;
            while (i < base.size() || m < mine.size() || d < disk.size()) {
                int next = i;
                while (next < base.size() && (inMine[next] < 0 || onDisk[next] < 0)) {
                    next++;
                }
                boolean isEnd = next == base.size();
                int mineEnd = isEnd ? mine.size() : inMine[next];
                int diskEnd = isEnd ? disk.size() : onDisk[next];
                changed(base.subList(i, next), mine.subList(m, mineEnd), disk.subList(d, diskEnd));
                if (!isEnd) {
                    merged.append(base.get(next));
                }
                i = isEnd ? next : next + 1;
                m = isEnd ? mineEnd : mineEnd + 1;
                d = isEnd ? diskEnd : diskEnd + 1;
            }
            return new Merge(merged.toString(), conflicts);
        }

        private void changed(List<String> before, List<String> here, List<String> there) {
            if (there.equals(before) || here.equals(there)) {
                here.forEach(merged::append);
            } else if (here.equals(before)) {
                there.forEach(merged::append);
            } else {
                conflicts++;
                merged.append(MINE);
                here.forEach(this::wholeLine);
                merged.append(MIDDLE);
                there.forEach(this::wholeLine);
                merged.append(DISK);
            }
        }

        private void wholeLine(String line) {
            merged.append(line).append(line.endsWith("\n") ? "" : "\n");
        }
    }
}
