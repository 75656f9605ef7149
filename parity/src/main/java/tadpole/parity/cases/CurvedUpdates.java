package tadpole.parity.cases;

/** Updates that ask the batch again, in TorchScript. What they remember is in the work tensor w. */
final class CurvedUpdates {

    /** Of the network that these cases train: 4 inputs, 2 and 3 units. */
    static final int PARAMETERS = 19;
    private static final int HEAD = 4;
    static final int WORK = HEAD + PARAMETERS * 12 + 5;

    private CurvedUpdates() {}

    /**
     * L-BFGS: the two-loop recursion (Nocedal 1980) with what PyTorch's documentation and defaults say of iterations,
     * tolerances and first steps. w: iterations, pairs kept, scale, last length; last direction, last gradient, y and s of each
     * pair, 1 / (y s) of each.
     */
    static String[] lbfgs(int parameters, int iterations, int history, boolean wolfe) {
        return """
                many = %1$d
                d = torch.narrow(w, 0, 4, many)
                before = torch.narrow(w, 0, 4 + many, many)
                ys = torch.reshape(torch.narrow(w, 0, 4 + 2 * many, %2$d * many), [%2$d, many])
                ss = torch.reshape(torch.narrow(w, 0, 4 + (2 + %2$d) * many, %2$d * many), [%2$d, many])
                inverse = torch.narrow(w, 0, 4 + (2 + 2 * %2$d) * many, %2$d)
                r = self.again(x, t, k, p, b, m)
                e = r[1]
                value = float(r[0])
                made = 0
                going = bool(torch.gt(torch.max(torch.abs(e)), 1e-07))
                while going and made < %3$d:
                  made = made + 1
                  kept = int(w[1])
                  if int(w[0]) == 0:
                    torch.copy_(d, torch.neg(e))
                  else:
                    y = torch.sub(e, before)
                    s = torch.mul(d, w[3])
                    product = float(torch.dot(y, s))
                    if product > 1e-10:
                      if kept == %2$d:
                        for i in range(%2$d - 1):
                          torch.copy_(ys[i], torch.clone(ys[i + 1]))
                          torch.copy_(ss[i], torch.clone(ss[i + 1]))
                          torch.copy_(inverse[i], torch.clone(inverse[i + 1]))
                        kept = kept - 1
                      torch.copy_(ys[kept], y)
                      torch.copy_(ss[kept], s)
                      torch.fill_(inverse[kept], 1. / product)
                      kept = kept + 1
                      torch.fill_(w[2], product / float(torch.dot(y, y)))
                    q = torch.neg(e)
                    al = annotate(List[float], [])
                    for i in range(kept):
                      j = kept - 1 - i
                      a = float(torch.dot(ss[j], q)) * float(inverse[j])
                      al.append(a)
                      torch.add_(q, ys[j], alpha=-a)
                    torch.mul_(q, w[2])
                    for j in range(kept):
                      beta = float(torch.dot(ys[j], q)) * float(inverse[j])
                      torch.add_(q, ss[j], alpha=al[kept - 1 - j] - beta)
                    torch.copy_(d, q)
                  torch.copy_(before, e)
                  length = lr
                  if int(w[0]) == 0:
                    length = min(1., 1. / float(torch.sum(torch.abs(e)))) * lr
                  torch.add_(w[0], 1)
                  torch.fill_(w[1], kept)
                  last = value
                  if float(torch.dot(e, d)) > -1e-09:
                    going = False
                  elif %4$s:
                    r = self.wolfe(x, t, k, p, b, m, d, length, value, e, 0.9, 25)
                    length = float(r[0])
                    value = float(r[1])
                    e = r[2]
                  else:
                    self.move(p, d, length)
                    if made < %3$d:
                      r = self.again(x, t, k, p, b, m)
                      value = float(r[0])
                      e = r[1]
                  torch.fill_(w[3], length)
                  if float(torch.max(torch.abs(e))) <= 1e-07 or float(torch.max(torch.abs(torch.mul(d, length)))) <= 1e-09:
                    going = False
                  if made < %3$d and abs(value - last) < 1e-09:
                    going = False
                """.formatted(parameters, history, iterations, wolfe ? "True" : "False").split("\n");
    }

    /**
     * Polak and Ribière's conjugate gradient with restarts (Nocedal and Wright 2006, 5.2), line search with c2 = 0.1, first
     * looks as Rasmussen's minimize (2002). w: begun, last length, last slope, nothing; last direction, last gradient.
     */
    static String[] conjugateGradient() {
        return """
                many = %d
                d = torch.narrow(w, 0, 4, many)
                before = torch.narrow(w, 0, 4 + many, many)
                r = self.again(x, t, k, p, b, m)
                e = r[1]
                fresh = int(w[0]) == 0
                if not fresh:
                  beta = float(torch.dot(e, torch.sub(e, before))) / float(torch.dot(before, before))
                  torch.sub_(torch.mul_(d, max(0., beta)), e)
                  fresh = float(torch.dot(e, d)) >= 0.
                if fresh:
                  torch.copy_(d, torch.neg(e))
                slope = float(torch.dot(e, d))
                first = lr / (1. - slope)
                if not fresh:
                  first = lr * float(w[1]) * min(100., float(w[2]) / slope)
                torch.copy_(before, e)
                r = self.wolfe(x, t, k, p, b, m, d, first, float(r[0]), e, 0.1, 20)
                torch.fill_(w[1], float(r[0]))
                torch.fill_(w[2], slope)
                torch.fill_(w[0], 0.)
                if float(r[0]) > 0.:
                  torch.fill_(w[0], 1.)
                """.formatted(PARAMETERS).split("\n");
    }
}
