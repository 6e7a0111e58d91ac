package dev.verbatim.telegram.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.telegram.message.CallbackData.SummaryLength;
import dev.verbatim.telegram.message.CatchupCallback.CatchupPart;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackDataTest {

    @ParameterizedTest
    @MethodSource("presses")
    void encodedDataIsParsedBack(CallbackData callback) {
        assertThat(CallbackData.parse(callback.encode())).isEqualTo(callback);
    }

    @ParameterizedTest
    @MethodSource("presses")
    void dataFitsIntoAButton(CallbackData callback) {
        assertThat(callback.encode().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 64);
    }

    static Stream<CallbackData> presses() {
        return Stream.of(
                new CallbackData.ShowNearest(),
                new CallbackData.ShowNearestTo(0),
                new CallbackData.ShowContext(Long.MAX_VALUE),
                new CallbackData.ShowPassage(Long.MAX_VALUE, 999_999_999),
                new CallbackData.RateAnswer(1, true),
                new CallbackData.RateAnswer(1, false),
                new CallbackData.Confirm(Long.MAX_VALUE),
                new CallbackData.Cancel(0),
                new CallbackData.ImportCallback(Long.MAX_VALUE, true),
                new CallbackData.ImportCallback(0, false),
                new SettingsCallback.ShowArchive(),
                new SettingsCallback.EnableArchive(),
                new SettingsCallback.SetRetention(30),
                new SettingsCallback.AskDisableArchive(),
                new SettingsCallback.DisableArchive(),
                new SettingsCallback.AskDeleteArchive(),
                new SettingsCallback.DeleteArchive(),
                new CatchupCallback.ShowPage(Long.MAX_VALUE, CatchupPart.FOR_YOU, 999_999_999),
                new CatchupCallback.SendPrivately(Long.MAX_VALUE),
                new CatchupCallback.JumpToMessage(-(1L << 40)),
                new CatchupCallback.ShowGroup(-1_001_870_195_873L, "n99999"),
                new CatchupCallback.ShowGroup(-1_001_870_195_873L, ""),
                new CallbackData.TellLater(Long.MAX_VALUE),
                new CallbackData.ShowPending(0),
                new CallbackData.DeletePending(Long.MAX_VALUE, 999_999_999),
                new CallbackData.DeleteAllPending(),
                new CallbackData.AskRelated(-1, Long.MIN_VALUE),
                new CallbackData.ArticlesPage(999_999_999),
                new CallbackData.ShowSummary(-1, SummaryLength.LONG),
                new CallbackData.ShowSummary(Long.MAX_VALUE, SummaryLength.SHORT),
                new CallbackData.SummariesPage(0),
                new CallbackData.NewsPage(999_999_999));
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
    void otherDataIsUnknown(String data) {
        assertThat(CallbackData.parse(data)).isEqualTo(new CallbackData.Unknown());
    }
}
