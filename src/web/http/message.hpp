#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace medskapa::web::http {

enum class Method { get, post };  // HEAD reaches a handler as get; the server drops the body

/// Names and values in the order they came, decoded. Valid UTF-8 without NUL.
using Fields = std::vector<std::pair<std::string, std::string>>;

struct Upload {
    std::string field;
    std::string file_name;
    std::string bytes;
};

/// One request, checked: the limits held, the Host was ours, the text is UTF-8.
struct Request {
    Method method = Method::get;
    std::string path = "/";  // decoded; begins with '/', has no empty, "." or ".." segments
    std::string query_text;  // as sent, after '?'
    Fields query;
    Fields form;  // of application/x-www-form-urlencoded or multipart/form-data
    std::vector<Upload> uploads;
    std::string body;                                         // of a post that is no form
    std::map<std::string, std::string, std::less<>> headers;  // lower-case names
    std::string remote_address;                               // of the visitor, where a trusted proxy said it
    bool secure = false;                                      // https, as seen by the visitor
    std::string id;  // of this request, in the log and on the page of an error
    /// A long body is read when a handler has answered its head with status 100. `head`: it has not been
    /// read, and whether it may come is asked; `let_in`: its head was asked about before.
    enum class Stage { whole, head, let_in };
    Stage stage = Stage::whole;

    /// Empty when there is none.
    std::string_view header(std::string_view lower_case_name) const;
    /// Empty when there is none.
    std::string cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string_view unchanging_body;  // instead of body: bytes that live as long as the program
    /// When there is one, the body is made while it is sent: this request yields the next part of it, and is
    /// put to a handler once the visitor has taken what came before.
    std::optional<Request> rest;
};

using Handler = std::function<Response(const Request&)>;

/// An answer that lies ready, for whoever asks on the thread that all connections share: it waits for
/// nothing. Null when there is none; then a handler makes it.
using Ready = std::function<std::shared_ptr<const Response>(const Request&)>;

/// What a request's body may be, as its head says where it is going.
struct BodyRule {
    int refusal = 0;  // a status, when there is nothing at the address
    std::size_t most = 0;
};
using BodyRules = std::function<BodyRule(const Request& head)>;

/// What the server says for itself, before any handler: a page for a status, without detail.
using StatusPage = std::function<Response(int status, const std::string& request_id)>;

}  // namespace medskapa::web::http
