package tadpole.parity.cases;

import java.util.List;
import java.util.Map;
import tadpole.engine.parity.Part;
import tadpole.parity.cases.TorchCase.Source;

/** Every loss, on a small network. PyTorch's own reductions over the classes differ for some: its lines show what was made up for. */
final class LossCases {

    private static final String ONE_HOT = "o = torch.to(torch.one_hot(t, 3), 6)";

    static final List<TorchCase> ALL = List.of(
            loss("crossEntropy", "").loss(Part.of("crossEntropy"), "l = torch.cross_entropy_loss(y, t)").by(Source.OPERATOR),
            loss("probabilityCrossEntropy", "").layers(Part.of("linear", Map.of("out", 3)), Part.of("softmax"))
                    .forward("y = torch.softmax(torch.linear(x, p[0], p[1]), 1)")
                    .loss(Part.of("probabilityCrossEntropy"), "l = torch.nll_loss(torch.log(torch.clamp(y, 1e-08)), t)").by(Source.COMPOSED),
            loss("negativeLogLikelihood", "").layers(Part.of("linear", Map.of("out", 3)), Part.of("logSoftmax"))
                    .forward("y = torch.log_softmax(torch.linear(x, p[0], p[1]), 1)")
                    .loss(Part.of("negativeLogLikelihood"), "l = torch.nll_loss(y, t)").by(Source.OPERATOR),
            loss("meanSquaredError", "").loss(Part.of("meanSquaredError"), ONE_HOT, "l = torch.mse_loss(y, o)").by(Source.OPERATOR),
            loss("meanSquaredError", "of values").values().loss(Part.of("meanSquaredError"), "l = torch.mse_loss(y, t)").by(Source.OPERATOR),
            loss("sigmoidCrossEntropy", "").loss(Part.of("sigmoidCrossEntropy"), ONE_HOT,
                    "l = torch.mul(torch.binary_cross_entropy_with_logits(y, o), 3)").by(Source.OPERATOR),
            loss("sumOfSquares", "").loss(Part.of("sumOfSquares"), ONE_HOT, "l = torch.div(torch.mse_loss(y, o, 2), 5)")
                    .optimizer(Part.of("sgd", Map.of("rate", 0.05)), OptimizerCases.SGD).by(Source.OPERATOR),
            loss("sumOfSquares", "of values").values().loss(Part.of("sumOfSquares"), "l = torch.div(torch.mse_loss(y, t, 2), 5)")
                    .optimizer(Part.of("sgd", Map.of("rate", 0.05)), OptimizerCases.SGD).by(Source.OPERATOR),
            loss("hinge", "").loss(Part.of("hinge"), "l = torch.mul(torch.multi_margin_loss(y, t), 3)").by(Source.OPERATOR),
            loss("hinge", "margin 0.5").loss(Part.of("hinge", Map.of("margin", 0.5)),
                    "l = torch.mul(torch.multi_margin_loss(y, t, 1, 0.5), 3)").by(Source.OPERATOR));

    private LossCases() {}

    private static Draft loss(String type, String with) {
        return new Draft("loss", type, with);
    }
}
