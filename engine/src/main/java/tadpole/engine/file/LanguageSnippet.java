package tadpole.engine.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Level;
import tadpole.engine.recipe.Settings;

/** A language model as Python text for PyTorch that loads its weights and writes with it. */
final class LanguageSnippet {

    private LanguageSnippet() {}

    /** @param files the weights, the vocabulary */
    static String text(LanguageModel model, List<Path> files) {
        Settings plan = model.plan();
        boolean words = model.vocabulary().level() == Level.WORD;
        boolean table = plan.whole("embedding") > 0;
        String cell = plan.choice("cell").toUpperCase(Locale.ROOT);
        String bends = cell.equals("RNN") ? ", nonlinearity=\"%s\"".formatted(plan.choice("nonlinearity")) : "";
        return """
                # %1$s
                # Written by Tadpole. Needs torch and safetensors; lies beside the files that it names.
                import json
                import pathlib

                import torch
                import torch.nn.functional as F
                from safetensors.torch import load_file

                folder = pathlib.Path(__file__).parent
                tokens = json.loads((folder / %2$s).read_text(encoding="utf-8"))
                ids = {token: i for i, token in enumerate(tokens)}


                class Model(torch.nn.Module):
                    def __init__(self):
                        super().__init__()
                %3$s        self.rnn = torch.nn.%4$s(%5$d, %6$d, num_layers=%7$d, batch_first=True%8$s)
                        self.decoder = torch.nn.Linear(%6$d, len(tokens))

                    def forward(self, x, state=None):
                        ""\"x: ids [n, time]; gives scores [n, time, %9$d] and the state to go on with""\"
                        y, state = self.rnn(%10$s, state)
                        return self.decoder(y), state


                model = Model()
                model.load_state_dict(load_file(folder / %11$s))
                model.eval()


                @torch.no_grad()
                def write(prompt, length=200, temperature=0.7, seed=1):
                    ""\"prompt: %12$s""\"
                    torch.manual_seed(seed)
                    written = [ids[token] for token in prompt]
                    scores, state = model(torch.tensor([written]))
                    for _ in range(length):
                        written.append(torch.multinomial(F.softmax(scores[0, -1] / temperature, dim=0), 1).item())
                        scores, state = model(torch.tensor([written[-1:]]), state)
                    return %13$s.join(tokens[i] for i in written)


                if __name__ == "__main__":
                    print(write([%14$s]))
                """.formatted(model.title().replaceAll("\\s+", " "), name(files.get(1)),
                table ? "        self.encoder = torch.nn.Embedding(len(tokens), %d)\n".formatted(plan.whole("embedding")) : "", cell,
                table ? plan.whole("embedding") : model.vocabulary().size(), plan.whole("hidden"), plan.whole("layers"), bends, model.vocabulary().size(),
                table ? "self.encoder(x)" : "F.one_hot(x, len(tokens)).float()", name(files.get(0)),
                words ? "a list of words" : "a text, or a list of characters", words ? "\" \"" : "\"\"",
                JsonLayout.line(model.vocabulary().token(model.first())));
    }

    private static String name(Path file) {
        return JsonLayout.line(FileHead.fileName(file));
    }
}
