package dev.verbatim.cli;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.DesktopExportReader;
import dev.verbatim.group.catchup.Catchup;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `catchup`: sums up a conversation that Telegram Desktop exported.
@Command(
        name = "catchup",
        description = {
            "Sums up a conversation in its own words, from the result.json that Telegram Desktop"
                    + " exports for one chat.",
            ""
        })
final class CatchupCommand implements Callable<Integer> {

    private static final int MAX_NAMES = 10;

    private final LazyApplication application;
    private final StandardStreams streams;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The result.json.")
    private Path file = Path.of("");

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "all (default); 2h, 30m or 3d before the last message; 50 for the last 50"
                            + " messages; or a time like 2026-11-22T09:00.")
    private String since = "all";

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            description = "Whose mentions, and replies to whom, come first.")
    private @Nullable String reader;

    @Option(
            names = "--chat",
            paramLabel = "NAME",
            description = "Which chat, when FILE is the export of a whole account.")
    private @Nullable String chat;

    @Option(names = "--all", description = "Show every line, where only the first ones would be.")
    private boolean all;

    @Option(names = "--json", description = "Write one JSON object, and nothing else.")
    private boolean json;

    CatchupCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        try (application) {
            CatchupRangeOption range =
                    CatchupRangeOption.parse(since, ZoneId.systemDefault())
                            .orElseThrow(
                                    () ->
                                            invalid(
                                                    since
                                                            + " is no time to begin with: write"
                                                            + " --since all, 2h, 50 or"
                                                            + " 2026-11-22T09:00"));
            List<ChatMessage> exported =
                    DesktopExportReader.read(file, chat).stream()
                            .sorted(Comparator.comparing(ChatMessage::time))
                            .toList();
            Author asking = reader == null ? null : authorNamed(reader, exported);
            List<ChatMessage> people = withoutOurBot(exported);
            int first = range.first(people);
            Catchup catchup =
                    application
                            .catchupGenerator()
                            .generate(
                                    people.subList(first, people.size()),
                                    people.subList(0, first),
                                    asking);
            print(catchup);
            return 0;
        }
    }

    private List<ChatMessage> withoutOurBot(List<ChatMessage> all) {
        Optional<String> bot = application.botId().map(Author::id);
        return all.stream()
                .filter(message -> !bot.equals(Optional.of(message.author().id())))
                .toList();
    }

    private void print(Catchup catchup) {
        streams.out()
                .println(
                        json
                                ? JsonLines.line(CatchupJson.of(catchup))
                                : new CatchupText(
                                                application.messages(), ZoneId.systemDefault(), all)
                                        .format(catchup, reader != null));
    }

    /// The author with a display name, or with an id as in the file.
    private Author authorNamed(String name, List<ChatMessage> all) {
        List<Author> authors = all.stream().map(ChatMessage::author).distinct().toList();
        return authors.stream()
                .filter(author -> name.equalsIgnoreCase(author.name()) || name.equals(author.id()))
                .findFirst()
                .orElseThrow(() -> invalid(unknownAuthor(name, authors)));
    }

    private String unknownAuthor(String name, List<Author> authors) {
        String known =
                authors.stream()
                        .map(Author::name)
                        .distinct()
                        .limit(MAX_NAMES)
                        .collect(Collectors.joining(", "));
        return "Nobody called "
                + name
                + " wrote in "
                + file
                + "; "
                + (known.isEmpty() ? "nobody" : known)
                + " did";
    }

    private ParameterException invalid(String problem) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }
}
