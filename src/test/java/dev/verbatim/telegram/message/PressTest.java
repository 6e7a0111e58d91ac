package dev.verbatim.telegram.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PressTest {

    @ParameterizedTest
    @MethodSource("presses")
    void whatAButtonCarriesIsReadBack(Press press) {
        assertThat(Press.of(press.data())).isEqualTo(press);
    }

    @ParameterizedTest
    @MethodSource("presses")
    void itFitsIntoAButton(Press press) {
        assertThat(press.data().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 64);
    }

    static Stream<Press> presses() {
        return Stream.of(
                new Press.Nearest(),
                new Press.NearestTo(0),
                new Press.Around(Long.MAX_VALUE),
                new Press.Passages(Long.MAX_VALUE, 999_999_999),
                new Press.Judge(1, true),
                new Press.Judge(1, false),
                new Press.Confirm(Long.MAX_VALUE),
                new Press.Cancel(0),
                new Press.Bring(Long.MAX_VALUE, true),
                new Press.Bring(0, false),
                new Press.Settings(new SettingsChoice.Keeping()),
                new Press.Settings(new SettingsChoice.Agree()),
                new Press.Settings(new SettingsChoice.Keep(30)),
                new Press.Settings(new SettingsChoice.Stop()),
                new Press.Settings(new SettingsChoice.Stopped()),
                new Press.Settings(new SettingsChoice.ForgetAll()),
                new Press.Settings(new SettingsChoice.ForgottenAll()),
                new Press.Catchup(
                        new CatchupChoice.Page(Long.MAX_VALUE, CatchupPart.FOR_YOU, 999_999_999)),
                new Press.Catchup(new CatchupChoice.Privately(Long.MAX_VALUE)),
                new Press.Catchup(new CatchupChoice.Jump(-(1L << 40))),
                new Press.Catchup(new CatchupChoice.Group(-1_001_870_195_873L, "n99999")),
                new Press.Catchup(new CatchupChoice.Group(-1_001_870_195_873L, "")),
                new Press.Articles(999_999_999),
                new Press.Summary(-1, SummaryLength.LONG),
                new Press.Summary(Long.MAX_VALUE, SummaryLength.SHORT),
                new Press.Summaries(0),
                new Press.News(999_999_999));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "articles",
                "articles -1",
                "articles 99999999999",
                "Nearest",
                "x:1",
                "around",
                "around -1",
                "bring",
                "set-keep 0",
                "set-keep 31",
                "set-keep",
                "passage 1",
                "answers zzzzzzzzzzzzz",
                "summary",
                "summary 1",
                "summary 1 4",
                "summary zzzzzzzzzzzzz 3",
                "news -1"
            })
    void whatIsNotOursIsUnknown(String data) {
        assertThat(Press.of(data)).isEqualTo(new Press.Unknown());
    }
}
