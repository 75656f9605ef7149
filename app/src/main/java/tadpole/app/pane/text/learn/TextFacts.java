package tadpole.app.pane.text.learn;

import java.util.List;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.TokenCounts;

/**
 * What a text is for a network that is to learn from it.
 *
 * @param tokens    of all three parts
 * @param unknown   how many of them the vocabulary does not hold
 * @param oftenest  all tokens with their counts, the oftenest first
 * @param baselines from the worst to the best; empty where there is no validation text
 * @param notes     sentences on what was left out
 */
record TextFacts(Corpus corpus, long tokens, long unknown, List<TokenCounts.Counted> oftenest, List<Baseline> baselines, List<String> notes) {}
