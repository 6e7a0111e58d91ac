package dev.verbatim.telegram.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackDataTest {

    @ParameterizedTest
    @MethodSource("presses")
    void whatAButtonCarriesIsReadBack(CallbackData callback) {
        assertThat(CallbackData.of(callback.data())).isEqualTo(callback);
    }

    @ParameterizedTest
    @MethodSource("presses")
    void itFitsIntoAButton(CallbackData callback) {
        assertThat(callback.data().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 64);
    }

    static Stream<CallbackData> presses() {
        return Stream.of(
                new CallbackData.Nearest(),
                new CallbackData.NearestTo(0),
                new CallbackData.Around(Long.MAX_VALUE),
                new CallbackData.Passages(Long.MAX_VALUE, 999_999_999),
                new CallbackData.Judge(1, true),
                new CallbackData.Judge(1, false),
                new CallbackData.Confirm(Long.MAX_VALUE),
                new CallbackData.Cancel(0),
                new CallbackData.Bring(Long.MAX_VALUE, true),
                new CallbackData.Bring(0, false),
                new CallbackData.Settings(new SettingsCallback.Keeping()),
                new CallbackData.Settings(new SettingsCallback.Agree()),
                new CallbackData.Settings(new SettingsCallback.Keep(30)),
                new CallbackData.Settings(new SettingsCallback.Stop()),
                new CallbackData.Settings(new SettingsCallback.Stopped()),
                new CallbackData.Settings(new SettingsCallback.ForgetAll()),
                new CallbackData.Settings(new SettingsCallback.ForgottenAll()),
                new CallbackData.Catchup(
                        new CatchupCallback.Page(Long.MAX_VALUE, CatchupPart.FOR_YOU, 999_999_999)),
                new CallbackData.Catchup(new CatchupCallback.Privately(Long.MAX_VALUE)),
                new CallbackData.Catchup(new CatchupCallback.Jump(-(1L << 40))),
                new CallbackData.Catchup(new CatchupCallback.Group(-1_001_870_195_873L, "n99999")),
                new CallbackData.Catchup(new CatchupCallback.Group(-1_001_870_195_873L, "")),
                new CallbackData.Articles(999_999_999),
                new CallbackData.Summary(-1, SummaryLength.LONG),
                new CallbackData.Summary(Long.MAX_VALUE, SummaryLength.SHORT),
                new CallbackData.Summaries(0),
                new CallbackData.News(999_999_999));
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
        assertThat(CallbackData.of(data)).isEqualTo(new CallbackData.Unknown());
    }
}
