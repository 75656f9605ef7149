package tadpole.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.file.LanguageExport;
import tadpole.engine.file.LanguageFile;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.Level;
import tadpole.engine.language.Vocabulary;

class LanguageCommandTest {

    private record Answer(int exitCode, String out, String err) {}

    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws Exception {
        LanguageFile.save(folder.resolve("letters.safetensors"), model(new Vocabulary(Level.CHARACTER, List.of("a", "b", "c", " ", "\n"))));
        LanguageFile.save(folder.resolve("words.safetensors"), model(new Vocabulary(Level.WORD, List.of(Vocabulary.END, Vocabulary.UNKNOWN, "frog", "pond", "sings"))));
        Files.writeString(folder.resolve("text.txt"), "frog sings pond\npond frog toad\n");
    }

    private static LanguageModel model(Vocabulary vocabulary) throws Exception {
        return LanguageModel.make("Pond songs", vocabulary, LanguagePlan.RECIPE.settings(Map.of("level", vocabulary.level().one(), "hidden", 6, "layers", 1)));
    }

    private Answer tadpole(String... words) {
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("@", folder + "/");
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = TadpoleCommand.run(new Surroundings(Map.of(), Terminal.NONE, false), new PrintWriter(out), new PrintWriter(err), words);
        return new Answer(code, out.toString(), err.toString());
    }

    private static JsonNode last(Answer answer) throws Exception {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return new ObjectMapper().readTree(answer.out().lines().toList().getLast());
    }

    @Nested
    class Sample {

        @Test
        void goesOnWithThePrompt() {
            Answer answer = tadpole("sample", "--model", "@letters.safetensors", "--prompt", "abc", "--length", "30");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.out()).startsWith("abc").hasSize(3 + 30 + System.lineSeparator().length());
            assertThat(answer.err()).isEmpty();
        }

        @Test
        void givesTheSameTextForTheSameSeedOnly() {
            String[] first = {"sample", "--model", "@letters.safetensors", "--length", "60", "--seed", "5"};
            String text = tadpole(first.clone()).out();

            assertThat(tadpole(first.clone()).out()).isEqualTo(text);
            first[6] = "6";
            assertThat(tadpole(first).out()).isNotEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource({"--greedy, greedy", "--word-start, wordStart", "--top-k=2, topK", "--nucleus=0.5, nucleus"})
        void picksAsAsked(String option, String pick) throws Exception {
            JsonNode line = last(tadpole("sample", "--model", "@letters.safetensors", "--length", "20", "--json", "--temperature", "1.5", option));

            assertThat(line.at("/sampling/pick").asText()).isEqualTo(pick);
            assertThat(line.at("/sampling/temperature").asDouble()).isEqualTo(1.5);
            assertThat(line.get("text").asText()).hasSize(20);
        }

        @Test
        void opensWhatWasExportedForPyTorch() throws Exception {
            LanguageModel model = LanguageFile.open(folder.resolve("letters.safetensors"));
            LanguageExport.write(folder.resolve("torch"), model);

            assertThat(tadpole("sample", "--model", "@torch.safetensors", "--length", "50").out())
                    .isEqualTo(tadpole("sample", "--model", "@letters.safetensors", "--length", "50").out());
        }

        @Test
        void saysWhatOfThePromptItDoesNotKnow() {
            assertThat(tadpole("sample", "--model", "@letters.safetensors", "--prompt", "abXé", "--length", "5").err())
                    .contains("2 of the prompt's characters the model does not know; it skips them.");
            assertThat(tadpole("sample", "--model", "@words.safetensors", "--prompt", "frog toad <unk>", "--length", "5").err())
                    .contains("1 of the prompt's words the model does not know; it reads them as <unk>.");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                --model @nosuch                                  | and no bundled model of that name; bundled are
                --model @text.txt                                | text.txt is no file of weights
                --model @letters.safetensors --temperature 0     | Temperature ("temperature") must be between 0.01 and 100, but is 0.
                --model @letters.safetensors --top-k 0           | k ("topK") must be between 1 and 100000, but is 0.
                --model @letters.safetensors --nucleus 2         | Keep ("nucleus") must be between 0.01 and 1, but is 2.
                --model @letters.safetensors --length 0          | --length must be between 1 and 10000000, but is 0.
                --model @letters.safetensors --seed -1           | Seed ("seed") must be between 0 and
                --model @letters.safetensors --threads 0         | --threads must be at least 1, but is 0.
                --model @letters.safetensors --greedy --top-k 2  | mutually exclusive
                --model @letters.safetensors --cache 1,2         | --cache takes three numbers, theta,lambda,window such as 1,0.1,500, but is "1,2".
                --model @letters.safetensors --vocabulary @x.txt | There is no file
                --prompt a                                       | Missing required option
                """)
        void refusesInOneSentence(String words, String sentence) {
            Answer answer = tadpole(("sample " + words).split(" +"));

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains(sentence).hasLineCount(1);
            assertThat(answer.out()).isEmpty();
        }
    }

    @Nested
    class TuningACache {

        @Test
        void findsTheCacheThatThePerplexityIsLeastWith() throws Exception {
            Files.writeString(folder.resolve("text.txt"), "frog sings pond\npond frog sings sings\n".repeat(20));

            JsonNode line = last(tadpole("tune-cache", "--model", "@words.safetensors", "--text", "@text.txt", "--windows", "60,20"));

            assertThat(line.get("tokens").asInt()).isEqualTo(179);
            assertThat(line.get("perplexityWithCache").asDouble()).isLessThan(line.get("perplexity").asDouble());
            JsonNode cache = line.get("cache");
            JsonNode read = last(tadpole("perplexity", "--model", "@words.safetensors", "--text", "@text.txt", "--cache",
                    cache.get("theta").asText() + "," + cache.get("lambda").asText() + "," + cache.get("window").asText()));
            assertThat(read.get("natsWithCache").asDouble()).isCloseTo(line.get("natsWithCache").asDouble(), within(1e-6));
            assertThat(read.get("nats").asDouble()).isCloseTo(line.get("nats").asDouble(), within(1e-6));
        }

        @Test
        void refusesAWindowOfNothing() {
            Answer answer = tadpole("tune-cache", "--model", "@words.safetensors", "--text", "@text.txt", "--windows", "0");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains("--windows: Windows must ascend from 1 on up to 100000, but are [0].").hasLineCount(1);
        }
    }

    @Nested
    class PerplexityOfAText {

        @Test
        void countsWhatItPredictsAndWhatItDoesNotKnow() throws Exception {
            Answer answer = tadpole("perplexity", "--model", "@words.safetensors", "--text", "@text.txt");

            JsonNode line = last(answer);
            assertThat(line.get("tokens").asInt()).as("8 words and line ends, the first is not predicted").isEqualTo(7);
            assertThat(line.get("unknown").asInt()).as("toad").isEqualTo(1);
            assertThat(line.get("perplexity").asDouble()).isCloseTo(Math.exp(line.get("nats").asDouble()), within(1e-9)).isBetween(4.0, 6.0);
            assertThat(line.has("bitsPerCharacter")).as("not of a text that is not known whole").isFalse();
            assertThat(line.has("perplexityWithCache")).isFalse();
            assertThat(answer.out()).contains("Pond songs on text.txt", "7 words predicted, 1 of them unknown (<unk>)");
        }

        @Test
        void showsBeforeAndAfterWithACache() throws Exception {
            Answer answer = tadpole("perplexity", "--model", "@words.safetensors", "--text", "@text.txt", "--cache", "0,0.5,100");

            JsonNode line = last(answer);
            assertThat(line.at("/cache/window").asInt()).isEqualTo(100);
            assertThat(line.get("natsWithCache").asDouble()).isNotEqualTo(line.get("nats").asDouble());
            assertThat(answer.out()).contains("with cache");
            JsonNode full = last(tadpole("perplexity", "--model", "@words.safetensors", "--text", "@text.txt", "--cache", "0,0.5,100", "--full-window"));
            assertThat(full.get("natsWithCache").asDouble()).as("the window never fills").isEqualTo(full.get("nats").asDouble());
        }

        @Test
        void givesBitsPerCharacter() throws Exception {
            Files.writeString(folder.resolve("abc.txt"), "abc cab\nx");

            JsonNode line = last(tadpole("perplexity", "--model", "@letters.safetensors", "--text", "@abc.txt"));

            assertThat(line.get("tokens").asInt()).isEqualTo(7);
            assertThat(line.get("unknown").asInt()).isEqualTo(1);
            assertThat(line.get("bitsPerCharacter").asDouble()).isCloseTo(line.get("nats").asDouble() / Math.log(2), within(1e-9));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                @letters.safetensors | @nosuch.txt          |                       | there is no such file.
                @letters.safetensors | @letters.safetensors |                       | letters.safetensors
                @letters.safetensors | @text.txt            | --cache 1,2,3         | λ ("lambda") must be between 0 and 1, but is 2.
                @letters.safetensors | @text.txt            | --cache 1,0.1,0       | Window ("window") must be between 1 and 1000000, but is 0.
                @letters.safetensors | @text.txt            | --cache a,b,c         | --cache takes three numbers, theta,lambda,window such as 1,0.1,500, but is "a,b,c".
                @letters.safetensors | @text.txt            | --full-window         | --full-window says when a cache acts, but there is none. Give one with --cache THETA,LAMBDA,WINDOW.
                @letters.safetensors | @empty.txt           |                       | a perplexity needs at least two characters that the model knows, but here are 0.
                """)
        void refusesInOneSentence(String model, String text, String more, String sentence) throws Exception {
            Files.writeString(folder.resolve("empty.txt"), "xyz");
            String words = "perplexity --model " + model + " --text " + text + (more == null ? "" : " " + more);

            Answer answer = tadpole(words.split(" +"));

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).contains(sentence).hasLineCount(1);
            assertThat(answer.out()).isEmpty();
        }
    }
}
