#include "base/result.hpp"

namespace medskapa {

std::string in_english(const Complaint& complaint) {
    std::string sentence;
    auto hole = complaint.holes.begin();
    for (std::size_t at = 0; at < complaint.message.size(); ++at) {
        const bool is_hole = complaint.message.compare(at, 2, "{}") == 0 && hole != complaint.holes.end();
        if (!is_hole) {
            sentence += complaint.message[at];
            continue;
        }
        sentence += plain(*hole++);
        ++at;
    }
    return sentence;
}

}  // namespace medskapa
