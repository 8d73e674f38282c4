#include "domain/moderation/few.hpp"

namespace medskapa {

PublicNumbers without_few(const std::vector<std::int64_t>& counts) {
    PublicNumbers shown;
    std::int64_t total = 0;
    std::int64_t hidden = 0;
    int cells_hidden = 0;
    for (const auto count : counts) {
        const bool is_few = count > 0 && count < fewest_decisions;
        shown.each.push_back(is_few ? std::nullopt : std::optional{count});
        total += count;
        hidden += is_few ? count : 0;
        cells_hidden += is_few ? 1 : 0;
    }
    const bool are_the_most = hidden == cells_hidden * (fewest_decisions - 1);  // each is then known
    const bool tells = cells_hidden > 0 && (cells_hidden == 1 || hidden < fewest_decisions || are_the_most);
    if (!tells) shown.total = total;
    return shown;
}

}  // namespace medskapa
