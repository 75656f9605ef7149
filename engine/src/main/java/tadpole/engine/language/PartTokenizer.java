package tadpole.engine.language;

/** A tokenizer that also takes a text part by part. */
interface PartTokenizer extends Tokenizer {

    /** Adds the ids of a part of a text, without the token that begins a text. */
    void encode(CharSequence part, Ids ids);
}
