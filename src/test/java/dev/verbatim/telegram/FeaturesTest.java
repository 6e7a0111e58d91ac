package dev.verbatim.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.history.ArticleHistory;
import dev.verbatim.article.library.Library;
import dev.verbatim.article.web.WebArticleReader;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.store.Store;
import dev.verbatim.summary.Summarizer;
import dev.verbatim.telegram.answering.ChangeNotifier;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import dev.verbatim.telegram.catchup.CatchupService;
import dev.verbatim.telegram.editors.AccessControl;
import dev.verbatim.telegram.editors.EditorCommands;
import dev.verbatim.telegram.editors.Editors;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeaturesTest {

    private final Features features = features();

    @ParameterizedTest
    @EnumSource
    void everyCommandHasExactlyOneHandlerInEachKindOfChat(Command command) {
        assertThat(features.commandHandlers())
                .filteredOn(handler -> handler.commands().containsKey(command))
                .flatExtracting(handler -> kinds(handler::handlesCommandsIn))
                .containsExactlyInAnyOrder(ChatKind.values());
    }

    @ParameterizedTest
    @MethodSource("callbackTypes")
    void everyKindOfCallbackDataHasExactlyOneHandlerInEachKindOfChat(Class<?> type) {
        assertThat(features.callbackHandlers())
                .filteredOn(handler -> handler.callbackType().isAssignableFrom(type))
                .flatExtracting(handler -> kinds(handler::handlesButtonsIn))
                .containsExactlyInAnyOrder(ChatKind.values());
    }

    private static List<ChatKind> kinds(Predicate<ChatKind> handled) {
        return Stream.of(ChatKind.values()).filter(handled).toList();
    }

    /// All records that a button's data can be.
    static Stream<Class<?>> callbackTypes() {
        return records(CallbackData.class);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(FeaturesTest::records)
                : Stream.of(type);
    }

    private static Features features() {
        var store = mock(Store.class);
        var clock = Clock.systemUTC();
        var retention =
                new Retention(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        0,
                        Duration.ZERO);
        var stores = new BotStores(store, clock, retention);
        var catchups =
                new CatchupService(
                        stores.archive,
                        mock(CatchupGenerator.class),
                        store,
                        new CatchupService.GroupCalendar(ZoneOffset.UTC),
                        clock);
        var editors =
                new EditorCommands(
                        mock(WebArticleReader.class),
                        new ChangeNotifier(stores.answers, stores.settings, _ -> true),
                        stores.confirmations,
                        new AccessControl(
                                new AccessControl.AccessSettings(Set.of(), Set.of()),
                                new Editors(Set.of()),
                                store,
                                clock));
        return new Features(services(), stores, catchups, editors);
    }

    private static ArticleServices services() {
        return new ArticleServices(
                mock(Answerer.class),
                mock(PassageRetriever.class),
                mock(Summarizer.class),
                mock(Library.class),
                List::of,
                mock(ArticleHistory.class),
                new SimpleMeterRegistry());
    }
}
