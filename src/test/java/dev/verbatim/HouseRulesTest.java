package dev.verbatim;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How the house is built. Each rule says why it is there; when one is in the way, talk about the
/// rule.
@AnalyzeClasses(packages = "dev.verbatim", importOptions = HouseRulesTest.OutsideOfTests.class)
class HouseRulesTest {

    /// Whatever the folder is called that `test-classes` are in.
    static final class OutsideOfTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String ROOT = "dev.verbatim";
    private static final String OURS = ROOT + "..";

    /// Words that were names here once, and had to be explained to everybody who knows search and
    /// bots: a rate limiter is called a rate limiter.
    private static final Pattern PRIVATE_WORDS =
            Pattern.compile(
                    "(Turnstile|Lanes?|Office|Desk|Shelf|Cast|Telling|Saying|Imprint|Manuscript"
                            + "|Typeset|Refusals?|Doubts?|Proofreader|Filing|Rounds|Settling|Shut"
                            + "|Mail|Wire|Excuse|Receipt|Standing|Askers?|Alarms?|Announcer|Intake"
                            + "|Meters|Budgets|Door|Earshot|Press|Bookmark|Turning|Shortened"
                            + "|Acceptance|Withdrawal|Reasons|Proposals?|Heard|Introduction"
                            + "|Leafing|Weighing|Wanted|Voices|Recalled|Verdict|Remark|Caution"
                            + "|Wording|Rewording|Antecedent|Clues?|Lookback|Strand|Parting|Sieve"
                            + "|Sifted|Stretch|Examination|Exam|Separation|Trial|Likeness|Fitness"
                            + "|Collation|Trouble|Room|World|Acts|Shown|Audience|Journal|Guard"
                            + "|Recaps?|Sheet|Scene)(?![a-z])");

    /// Who may use whom: a question goes down these packages once, and comes back once.
    private static final Map<String, List<String>> MAY_USE =
            Map.ofEntries(
                    entry("language"),
                    entry("article"),
                    entry("article.sentence", "article", "language"),
                    entry("article.speech", "article.sentence", "article", "language"),
                    entry("article.format", "article", "language"),
                    entry(
                            "article.library",
                            "article.speech",
                            "article.sentence",
                            "article.format",
                            "article",
                            "language",
                            "store"),
                    entry("article.web", "article.library", "article.format", "article"),
                    entry(
                            "article.feed",
                            "article.web",
                            "article.library",
                            "article.format",
                            "article",
                            "store"),
                    entry("article.history", "article", "store"),
                    entry("encoder"),
                    entry("retrieval", "article", "language"),
                    entry("retrieval.ranking", "retrieval", "article", "encoder", "language"),
                    entry(
                            "retrieval.lucene",
                            "retrieval.ranking",
                            "retrieval",
                            "article",
                            "encoder",
                            "language"),
                    entry(
                            "retrieval.opensearch",
                            "retrieval.ranking",
                            "retrieval",
                            "article",
                            "encoder"),
                    entry("reader", "encoder", "language"),
                    entry(
                            "answer",
                            "reader",
                            "retrieval",
                            "article.library",
                            "article",
                            "encoder",
                            "language"),
                    entry(
                            "quotation",
                            "answer",
                            "retrieval",
                            "article.library",
                            "article.sentence",
                            "article",
                            "language"),
                    entry("store"),
                    entry("replay", "answer", "retrieval", "article", "store"),
                    entry(
                            "summary",
                            "article.sentence",
                            "article.format",
                            "article",
                            "encoder",
                            "language"),
                    entry("group", "store"),
                    entry("group.analysis", "group", "language"),
                    entry("group.threads", "group", "group.analysis", "language"),
                    entry(
                            "group.catchup",
                            "group",
                            "group.analysis",
                            "group.threads",
                            "summary",
                            "answer",
                            "retrieval",
                            "article",
                            "encoder",
                            "language"),
                    entry("telegram.delivery", "telegram.update", "store"),
                    entry("telegram.message", "group", "answer", "article"),
                    entry("telegram.update", "telegram.message", "group"),
                    entry(
                            "telegram.reply",
                            "telegram.delivery",
                            "telegram.message",
                            "telegram.update",
                            "article"),
                    entry(
                            "telegram.chat",
                            "telegram.delivery",
                            "telegram.reply",
                            "telegram.update",
                            "telegram.message",
                            "store",
                            "group",
                            "answer"),
                    entry(
                            "telegram.answering",
                            "telegram.delivery",
                            "telegram.chat",
                            "telegram.reply",
                            "telegram.update",
                            "telegram.message",
                            "store",
                            "replay",
                            "summary",
                            "answer",
                            "retrieval",
                            "quotation",
                            "article.history",
                            "article.library",
                            "article",
                            "language"),
                    entry(
                            "telegram.summaries",
                            "telegram.delivery",
                            "telegram.answering",
                            "telegram.chat",
                            "telegram.reply",
                            "telegram.update",
                            "telegram.message",
                            "quotation",
                            "retrieval",
                            "summary",
                            "answer",
                            "article.library",
                            "article"),
                    entry(
                            "telegram.checking",
                            "telegram.answering",
                            "telegram.chat",
                            "telegram.reply",
                            "telegram.delivery",
                            "telegram.update",
                            "telegram.message",
                            "quotation",
                            "answer",
                            "article"),
                    entry(
                            "telegram.settings",
                            "telegram.delivery",
                            "telegram.chat",
                            "telegram.reply",
                            "telegram.update",
                            "telegram.message",
                            "group",
                            "answer",
                            "article.library",
                            "article"),
                    entry(
                            "telegram.editors",
                            "telegram.delivery",
                            "telegram.answering",
                            "telegram.chat",
                            "telegram.reply",
                            "telegram.update",
                            "telegram.message",
                            "store",
                            "replay",
                            "answer",
                            "retrieval",
                            "article.library",
                            "article.web",
                            "article.format",
                            "article"),
                    entry(
                            "telegram.subscriptions",
                            "telegram.delivery",
                            "telegram.catchup",
                            "telegram.chat",
                            "telegram.reply",
                            "telegram.update",
                            "telegram.message",
                            "store",
                            "retrieval",
                            "answer",
                            "article",
                            "language"),
                    entry(
                            "telegram.pending",
                            "telegram.subscriptions",
                            "telegram.delivery",
                            "telegram.answering",
                            "telegram.catchup",
                            "telegram.chat",
                            "telegram.reply",
                            "telegram.update",
                            "telegram.message",
                            "store",
                            "retrieval",
                            "retrieval.ranking",
                            "answer",
                            "article.history",
                            "article"),
                    entry(
                            "telegram.archive",
                            "telegram.subscriptions",
                            "telegram.delivery",
                            "telegram.settings",
                            "telegram.editors",
                            "telegram.answering",
                            "telegram.chat",
                            "telegram.reply",
                            "telegram.update",
                            "telegram.message",
                            "group",
                            "answer"),
                    entry(
                            "telegram.catchup",
                            "telegram.delivery",
                            "telegram.settings",
                            "telegram.chat",
                            "telegram.reply",
                            "telegram.update",
                            "telegram.message",
                            "store",
                            "group",
                            "group.catchup",
                            "answer",
                            "article"),
                    entry(
                            "telegram",
                            "telegram.delivery",
                            "telegram.message",
                            "telegram.reply",
                            "telegram.update",
                            "telegram.chat",
                            "telegram.answering",
                            "telegram.summaries",
                            "telegram.checking",
                            "telegram.settings",
                            "telegram.editors",
                            "telegram.archive",
                            "telegram.catchup",
                            "telegram.subscriptions",
                            "telegram.pending",
                            "article.history",
                            "article.feed",
                            "store",
                            "replay",
                            "group",
                            "group.catchup",
                            "summary",
                            "quotation",
                            "answer",
                            "retrieval",
                            "retrieval.ranking",
                            "article.library",
                            "article.web",
                            "article"),
                    entry("playground.botapi"),
                    entry("playground", "playground.botapi"),
                    entry(
                            "evaluation",
                            "group",
                            "group.threads",
                            "group.catchup",
                            "summary",
                            "answer",
                            "reader",
                            "retrieval",
                            "retrieval.lucene",
                            "article.library",
                            "article",
                            "encoder",
                            "language"),
                    entry(
                            "cli",
                            "evaluation",
                            "replay",
                            "group",
                            "group.threads",
                            "group.catchup",
                            "summary",
                            "quotation",
                            "answer",
                            "retrieval",
                            "retrieval.lucene",
                            "article.library",
                            "article.format",
                            "article",
                            "encoder",
                            "store"));

    private static Map.Entry<String, List<String>> entry(String name, String... others) {
        return Map.entry(name, List.of(others));
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.verbatim.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a cycle is one package that pretends to be two");

    @ArchTest
    static void packagesUseOnlyWhatTheTableAllows(JavaClasses classes) {
        MAY_USE.forEach((name, allowed) -> rule(name, allowed).check(classes));
    }

    @ArchTest
    static void everyPackageHasARowInTheTable(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
                .as("a package without a row may use whatever it likes")
                .allMatch(name -> name.equals(ROOT) || MAY_USE.containsKey(withoutRoot(name)));
    }

    private static String withoutRoot(String packageName) {
        return packageName.substring(ROOT.length() + 1);
    }

    private static ArchRule rule(String name, List<String> allowed) {
        String[] reachable =
                Stream.concat(Stream.of(name), allowed.stream())
                        .map(other -> "dev.verbatim." + other)
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.verbatim." + name)
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAnyPackage(reachable))))
                .because(name + " stands where it stands in the flow of a question");
    }

    @ArchTest
    static final ArchRule onlyTelegramKnowsTelegram =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.verbatim.telegram..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.telegram..")
                    .because(
                            "another messenger, or none, must not change how questions are answered");

    @ArchTest
    static final ArchRule whatWeWriteIsNoCall =
            noClasses()
                    .that()
                    .resideInAPackage("dev.verbatim.telegram.message")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.telegram..")
                    .because("a reply is made and tested without anybody to send it to");

    @ArchTest
    static final ArchRule luceneStaysBehindItsPort =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.verbatim.retrieval.lucene..", "dev.verbatim.language..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.lucene..")
                    .because("the engine is exchangeable: what leaves it is a Ranking");

    @ArchTest
    static final ArchRule languageUsesLibrariesOnly =
            classes()
                    .that()
                    .resideInAPackage("dev.verbatim.language")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.verbatim.language",
                            "java..",
                            "com.ibm.icu..",
                            "opennlp.tools.langdetect",
                            "org.apache.lucene.analysis..",
                            "org.apache.lucene.util..",
                            "org.jspecify..")
                    .because("everything that reads text uses it");

    @ArchTest
    static final ArchRule questionsAreNeverParsed =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.lucene.queryparser..")
                    .because(
                            "a reader's brackets and slashes are words, and the parser fails on some");

    @ArchTest
    static final ArchRule thePlaygroundCannotCheat =
            noClasses()
                    .that()
                    .resideInAPackage("dev.verbatim.playground..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(OURS)
                                    .and(not(resideInAPackage("dev.verbatim.playground.."))))
                    .because("what works on the playground must work on Telegram")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because(
                    "a constructor shows what a class needs, and a test can call it");

    @ArchTest
    static final ArchRule onlyTheCommandLineWritesToStandardOutput =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.verbatim.cli..")
                    .should()
                    .accessField(System.class, "out")
                    .because("standard output belongs to --json; everything else is a log line");

    @ArchTest
    static final ArchRule timeComesFromAClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(OffsetDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("a test must be able to say what time it is; see " + Clock.class);

    @ArchTest
    static final ArchRule fieldsAreNotPublic =
            fields().that()
                    .areNotFinal()
                    .should()
                    .notBePublic()
                    .because("data is records")
                    .allowEmptyShould(true);

    @ArchTest
    static void namesSayWhatATypeIs(JavaClasses classes) {
        Pattern empty = Pattern.compile(".*(Impl|Manager|Utils?|Helper)|Abstract.*|Base.*");

        assertThat(topLevel(classes))
                .as("names that say nothing: the type is probably two types, or none")
                .noneMatch(type -> empty.matcher(type.getSimpleName()).matches());
    }

    @ArchTest
    static void namesAreTheFieldsOwn(JavaClasses classes) {
        assertThat(topLevel(classes))
                .as("names that need a comment to be understood")
                .noneMatch(type -> PRIVATE_WORDS.matcher(type.getSimpleName()).find());
    }

    @Test
    void noSimpleNameIsUsedTwice() throws IOException {
        Map<String, Long> uses;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            uses =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".java"))
                            .filter(name -> !name.equals("package-info.java"))
                            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        }

        assertThat(uses).as("whoever searches for a name wants one file").doesNotContainValue(2L);
    }

    /// A definition tells more than a story: "A token bucket per chat", "Finds …".
    @Test
    void typesAreDefinedByTheirFirstSentence() throws IOException {
        Pattern told =
                Pattern.compile(
                        "^/// (?!An? |The |[A-Z]\\w+s ).*\\n(?:///.*\\n)*(?:@.*\\n)*public ",
                        Pattern.MULTILINE);
        List<Path> undefined;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            undefined =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> told.matcher(firstComment(read(file))).find())
                            .toList();
        }

        assertThat(undefined).as("begin with \"A noun that …\" or \"Does …\"").isEmpty();
    }

    /// The source from the first documentation comment on, without the lines that continue one.
    private static String firstComment(String source) {
        Matcher block = Pattern.compile("(?m)^(///.*\\n)+(@.*\\n)*public .*").matcher(source);
        return block.find() ? block.group().replaceAll("(?m)^(///.*\\n)(///.*\\n)+", "$1") : "";
    }

    @ArchTest
    static void atMostFourTypesInTenArePublic(JavaClasses classes) {
        List<JavaClass> types = topLevel(classes);
        List<JavaClass> open =
                types.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .toList();

        assertThat(open.size())
                .as("a package shows little; public of %d: %s", types.size(), names(open))
                .isLessThanOrEqualTo((int) (types.size() * 0.4));
    }

    private static List<JavaClass> topLevel(JavaClasses classes) {
        return classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
    }

    private static String names(List<JavaClass> types) {
        return types.stream().map(JavaClass::getSimpleName).collect(Collectors.joining(", "));
    }

    @Test
    void everyPackageIntroducesItself() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path folder : foldersWithSources()) {
            Path introduction = folder.resolve("package-info.java");
            if (!Files.exists(introduction) || !introduces(Files.readString(introduction))) {
                silent.add(folder);
            }
        }

        assertThat(silent).as("want a package-info.java with a sentence and @NullMarked").isEmpty();
    }

    private static boolean introduces(String introduction) {
        return introduction.contains("@NullMarked")
                && Pattern.compile("^/// \\S+ .*", Pattern.MULTILINE).matcher(introduction).find();
    }

    private static List<Path> foldersWithSources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    @Test
    void nothingCaughtIsDroppedSilently() throws IOException {
        Pattern silence = Pattern.compile("catch \\([^)]*\\) \\{\\s*}");
        List<Path> silent;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            silent =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> silence.matcher(read(file)).find())
                            .toList();
        }

        assertThat(silent).as("an empty catch hides what somebody will look for").isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " can't be read", e);
        }
    }
}
