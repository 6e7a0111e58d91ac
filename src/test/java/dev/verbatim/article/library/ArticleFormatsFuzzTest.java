package dev.verbatim.article.library;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.verbatim.property.RandomSource;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Every format of articles, on pieces of markup and on any text.
class ArticleFormatsFuzzTest {

    @BeforeAll
    static void makeFolder() throws IOException {
        ArticleReaderPropertiesTest.makeFolder();
    }

    @AfterAll
    static void removeFolder() throws IOException {
        ArticleReaderPropertiesTest.removeFolder();
    }

    @FuzzTest(maxDuration = "10m")
    void everyFileIsAnArticleOrIsRefused(FuzzedDataProvider data) {
        RandomSource random = RandomSource.of(data);
        String name = ArticleReaderPropertiesTest.names(random);
        String content =
                random.anyBoolean()
                        ? ArticleReaderPropertiesTest.anything(random)
                        : data.consumeRemainingAsString().replaceAll("[\\ud800-\\udfff]", "");

        ArticleReaderPropertiesTest.assertArticleOrRefusal(content, name);
    }
}
