package dev.parlance.benchmarks;

import com.twilio.twiml.VoiceResponse;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Builds and renders a document for a call: with Parlance, with Twilio's library, and with an unchecked StringBuilder. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TwimlBenchmark {
    /** The document to build. */
    @Param
    public TwimlDocument document = TwimlDocument.ANSWER;

    /** Checks first that all three build the same document. */
    @Setup
    public void checkAllAgree() throws Exception {
        String byHand = document.byHand();
        if (!document.parlance().toXml().equals(byHand)) {
            throw new IllegalStateException(
                    "By hand " + byHand + ", by Parlance " + document.parlance().toXml());
        }
        if (!parsed(document.sdk().toXml()).isEqualNode(parsed(byHand))) {
            throw new IllegalStateException(
                    "By hand " + byHand + ", by the SDK " + document.sdk().toXml());
        }
        System.out.println(document + " has " + byHand.length() + " bytes");
    }

    /** Parlance, rendered to bytes. */
    @Benchmark
    public byte[] parlance() {
        return document.parlance().toBytes();
    }

    /** Twilio's library, rendered to a string. */
    @Benchmark
    public String sdk() {
        VoiceResponse response = document.sdk();
        return response.toXml();
    }

    /** A StringBuilder, converted to bytes. */
    @Benchmark
    public byte[] byHand() {
        return document.byHand().getBytes(StandardCharsets.UTF_8);
    }

    /** A StringBuilder, converted to a string. */
    @Benchmark
    public String byHandString() {
        return document.byHand();
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
