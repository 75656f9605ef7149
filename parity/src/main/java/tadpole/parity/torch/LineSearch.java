package tadpole.parity.torch;

/**
 * What updates that ask the batch again are made of, in TorchScript: evaluation, steps along a direction, and the strong Wolfe
 * line search as minFunc's (Schmidt 2005), which PyTorch's L-BFGS follows: c1 = 1e-4, a bracket widened by cubic
 * extrapolation from 1.01 to 10 times, closed by interpolation that keeps a tenth away from its ends where it crept before.
 */
final class LineSearch {

    static final String TEXT = """
              def again(self: __torch__.Case, BATCH) -> List[Tensor]:
                q = annotate(List[Tensor], [])
                for i in range(len(p)):
                  q.append(torch.requires_grad_(torch.detach(p[i]), True))
                l = (self.forward(x, t, k, q, b, m))[1]
                r = annotate(List[Tensor], [])
                for e in torch.grad([l], q):
                  if e is not None:
                    r.append(torch.flatten(e))
                return [torch.detach(l), torch.cat(r)]
              def move(self: __torch__.Case, p: List[Tensor], d: Tensor, a: float) -> int:
                at = 0
                for i in range(len(p)):
                  torch.add_(p[i], torch.reshape(torch.narrow(d, 0, at, torch.numel(p[i])), torch.size(p[i])), alpha=a)
                  at = at + torch.numel(p[i])
                return at
              def look(self: __torch__.Case, BATCH, d: Tensor, a: float) -> List[Tensor]:
                o = annotate(List[Tensor], [])
                for i in range(len(p)):
                  o.append(torch.clone(p[i]))
                self.move(p, d, a)
                r = self.again(x, t, k, p, b, m)
                for i in range(len(p)):
                  torch.copy_(p[i], o[i])
                return r
              def cubic(self: __torch__.Case, one: List[float], two: List[float], least: float, most: float) -> float:
                u = one
                v = two
                if one[0] > two[0]:
                  u = two
                  v = one
                c = u[2] + v[2] - 3. * (u[1] - v[1]) / (u[0] - v[0])
                s = c * c - u[2] * v[2]
                if s < 0.:
                  return (least + most) / 2.
                r = s ** 0.5
                at = v[0] - (v[0] - u[0]) * ((v[2] + r - c) / (v[2] - u[2] + 2. * r))
                return min(max(at, least), most)
              def wolfe(self: __torch__.Case, BATCH, d: Tensor, first: float, value: float, g: Tensor, c2: float, most: int) -> List[Tensor]:
                slope = float(torch.dot(g, d))
                widest = float(torch.max(torch.abs(d)))
                low = [0., value, slope]
                lowest = g
                r = self.look(x, t, k, p, b, m, d, first)
                now = [first, float(r[0]), float(torch.dot(r[1], d))]
                there = r[1]
                tries = 0
                bracketed = False
                done = False
                while not bracketed and tries < most:
                  if now[1] > value + 0.0001 * now[0] * slope or (tries > 1 and now[1] >= low[1]):
                    bracketed = True
                  elif abs(now[2]) <= -c2 * slope:
                    bracketed = True
                    done = True
                  elif now[2] >= 0.:
                    bracketed = True
                  else:
                    a = self.cubic(low, now, now[0] + 0.01 * (now[0] - low[0]), now[0] * 10.)
                    low = now
                    lowest = there
                    r = self.look(x, t, k, p, b, m, d, a)
                    now = [a, float(r[0]), float(torch.dot(r[1], d))]
                    there = r[1]
                    tries = tries + 1
                if not bracketed:
                  low = [0., value, slope]
                  lowest = g
                high = now
                highest = there
                if done or now[1] < low[1]:
                  high = low
                  highest = lowest
                  low = now
                  lowest = there
                crept = False
                while not done and tries < most and abs(high[0] - low[0]) * widest >= 1e-09:
                  left = min(low[0], high[0])
                  right = max(low[0], high[0])
                  a = self.cubic(low, high, left, right)
                  margin = 0.1 * (right - left)
                  if min(right - a, a - left) < margin:
                    if crept or a >= right or a <= left:
                      if abs(a - right) < abs(a - left):
                        a = right - margin
                      else:
                        a = left + margin
                      crept = False
                    else:
                      crept = True
                  else:
                    crept = False
                  r = self.look(x, t, k, p, b, m, d, a)
                  now = [a, float(r[0]), float(torch.dot(r[1], d))]
                  tries = tries + 1
                  if now[1] > value + 0.0001 * a * slope or now[1] >= low[1]:
                    high = now
                  else:
                    if abs(now[2]) <= -c2 * slope:
                      done = True
                    elif now[2] * (high[0] - low[0]) >= 0.:
                      high = low
                    low = now
                    lowest = r[1]
                self.move(p, d, low[0])
                return [torch.tensor(low[0], dtype=7), torch.tensor(low[1], dtype=7), lowest]
            """;

    private LineSearch() {}
}
