package dev.parlance.survey.pages.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every chart as SVG, with hostile, long and right-to-left labels. */
class ChartsTest {
    private static final List<String> LABELS = List.of(
            "Delivery",
            "<script>alert(\"1 & 2\")</script>",
            "سهل جدا مع 45 دقيقة انتظار",
            "A label that is so long that it does not fit into one line of the chart and must be wrapped",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf",
            "control\u0001character \uD83D\uDE00 東京");

    static Stream<Chart> charts() {
        return Stream.of(
                bars(LABELS),
                bars(IntStream.rangeClosed(1, 40).mapToObj(i -> "Answer " + i).toList()),
                new BarChart(List.of()),
                new ColumnChart(
                        LABELS.stream()
                                .map(label -> new ColumnChart.Column(label, 7))
                                .toList(),
                        ColumnChart.Tone.PLAIN),
                new ColumnChart(List.of(), ColumnChart.Tone.SCALE),
                new LikertChart(
                        LABELS,
                        List.of(
                                new LikertChart.Row(LABELS.get(2), List.of(1, 2, 3, 4, 5, 6)),
                                new LikertChart.Row("nothing", List.of(0, 0, 0, 0, 0, 0)))),
                new ScaleChart(List.of(new ScaleChart.Point("1", LABELS.get(1), 3), new ScaleChart.Point("2", "2", 0))),
                new NpsChart(List.of(0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8)),
                new NpsChart(List.of()),
                new RankChart(
                        LABELS.stream()
                                .map(label -> new RankChart.Rank(label, 2.5, Optional.of(new BarChart.Margin(2, 3))))
                                .toList(),
                        6),
                new HeatTable(
                        LABELS,
                        List.of(
                                new HeatTable.Row(LABELS.get(3), List.of(1, 2, 3, 4, 5, 6)),
                                new HeatTable.Row("nothing", List.of(0, 0, 0, 0, 0, 0)))),
                new FunnelChart(LABELS.stream()
                        .map(label -> new FunnelChart.Step(label, 10, 3))
                        .toList()),
                new TimeChart(LABELS, List.of(new TimeChart.Series("Started", List.of(1, 0, 3, 4, 5, 6)))),
                new TimeChart(List.of("one"), List.of(new TimeChart.Series("Started", List.of(1)))),
                new PlaceMap(List.of(new PlaceMap.Dot(19.4, -99.1, 5), new PlaceMap.Dot(-33.9, 151.2, 1))),
                new PlaceMap(List.of()));
    }

    private static BarChart bars(List<String> labels) {
        List<BarChart.Bar> bars = new ArrayList<>();
        labels.forEach(label -> bars.add(new BarChart.Bar(
                label, bars.size(), "12 · 3.4%", Optional.of(new BarChart.Margin(0.5, bars.size() + 2.0)))));
        return new BarChart(bars);
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void is_well_formed_in_every_width_and_colour_and_has_a_name(Chart chart) throws Exception {
        for (int width : new int[] {260, 400, 900}) {
            for (ChartColors colors : ChartColors.values()) {
                Document svg = parsed(chart.svg(new Frame("Chart & title", "What it shows.", width, colors)));

                Element root = svg.getDocumentElement();
                assertThat(root.getAttribute("role")).isEqualTo("img");
                assertThat(root.getAttribute("width")).isEqualTo(String.valueOf(width));
                assertThat(Double.parseDouble(root.getAttribute("height"))).isPositive();
                assertThat(root.getFirstChild().getTextContent()).isEqualTo("Chart & title");
                assertThat(svg.getElementsByTagName("script").getLength()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void keeps_its_labels_inside(Chart chart) throws Exception {
        for (int width : new int[] {260, 640}) {
            NodeList texts = parsed(chart.svg(new Frame("Chart", "", width, ChartColors.LIGHT)))
                    .getElementsByTagName("text");
            for (int i = 0; i < texts.getLength(); i++) {
                Element text = (Element) texts.item(i);
                double x = Double.parseDouble(text.getAttribute("x"));
                double wide = Label.width(text.getTextContent(), Svg.TEXT);
                boolean isMirrored = text.getAttribute("direction").equals("rtl");
                String anchor = text.getAttribute("text-anchor");
                double left =
                        anchor.equals("middle") ? x - wide / 2 : anchor.equals("end") != isMirrored ? x - wide : x;
                assertThat(left).as(text.getTextContent()).isGreaterThan(-width * 0.1 - 20);
                assertThat(left + wide).as(text.getTextContent()).isLessThan(width * 1.1 + 20);
            }
        }
    }

    @Test
    void a_page_gets_the_variables_of_its_theme_and_a_file_gets_colours() {
        Chart chart = bars(LABELS);

        assertThat(chart.svg(new Frame("", "", 600, ChartColors.PAGE)))
                .contains("var(--chart-1)")
                .doesNotContain("#2458d8");
        assertThat(chart.svg(new Frame("", "", 600, ChartColors.LIGHT)))
                .contains("#2458d8")
                .doesNotContain("var(");
        assertThat(chart.svg(new Frame("", "", 600, ChartColors.DARK)))
                .contains("#84a6ff")
                .doesNotContain("var(");
    }

    @Test
    void text_from_right_to_left_keeps_its_side() {
        String svg = bars(LABELS).svg(new Frame("", "", 600, ChartColors.LIGHT));

        assertThat(svg).contains("direction=\"rtl\" unicode-bidi=\"plaintext\"");
        assertThat(Label.isRightToLeft("45 دقيقة")).isTrue();
        assertThat(Label.isRightToLeft("Cairo القاهرة")).isFalse();
    }

    @Test
    void long_labels_are_wrapped_and_cut() {
        assertThat(Label.lines("one two three four five six", 12, 60, 2))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("…");
        assertThat(Label.lines("short", 12, 60, 2)).containsExactly("short");
        assertThat(Label.lines("x".repeat(100), 12, 60, 100))
                .allSatisfy(line -> assertThat(Label.width(line, 12)).isLessThanOrEqualTo(60));
        assertThat(Label.lines("", 12, 60, 2)).containsExactly("");
    }

    @Test
    void a_map_shows_the_land_around_its_places_only() {
        Chart near = new PlaceMap(List.of(new PlaceMap.Dot(19.4, -99.1, 1)));
        Chart world = new PlaceMap(List.of(new PlaceMap.Dot(60, -170, 1), new PlaceMap.Dot(-40, 175, 1)));
        Frame frame = new Frame("", "", 600, ChartColors.LIGHT);

        assertThat(near.svg(frame).length()).isLessThan(world.svg(frame).length());
        assertThat(PlaceMap.name(new PlaceMap.Dot(19.43, -99.1, 1))).isEqualTo("19.4° N, 99.1° W");
    }

    @Test
    void amounts_are_written_as_people_read_them() {
        assertThat(Amount.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Amount.percent(42)).isEqualTo("42%");
        assertThat(Amount.decimal(3.10, 2)).isEqualTo("3.1");
        assertThat(Amount.signed(12)).isEqualTo("+12");
        assertThat(Amount.roundedUp(17)).isEqualTo(20);
        assertThat(Amount.roundedUp(0)).isEqualTo(1);
    }
}
