#include "web/http/head.hpp"

#include "web/http/request_parser.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::web::http;

/// What is not refused is whole or still coming, and a whole head has no line end but CR LF.
void try_input(std::string_view bytes) {
    const Options options;
    const int refusal = head_refusal(bytes, options);
    must(refusal == 0 || refusal == 400 || refusal == 414 || refusal == 431);
    const auto end = bytes.find("\r\n\r\n");
    if (refusal != 0 || end == bytes.npos) return;
    const auto head = bytes.substr(0, end + 4);
    must(is_unambiguous(head));
    for (std::size_t at = 0; at < head.size(); ++at) {
        must(head[at] != '\n' || (at > 0 && head[at - 1] == '\r'));
        must(head[at] != '\r' || head[at + 1] == '\n');
    }
}
