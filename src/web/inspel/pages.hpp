#pragma once

#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

/// From the form to the receipt, and the public list of what everyone has said.
namespace medskapa::web::inspel {

Response form(const Visit&);       // GET  /processer/{process}/inspel/nytt
Response receive(const Visit&);    // POST /processer/{process}/inspel
Response list(const Visit&);       // GET  /processer/{process}/inspel
Response list_csv(const Visit&);   // GET  /processer/{process}/inspel.csv
Response show(const Visit&);       // GET  /processer/{process}/inspel/{number}
Response file(const Visit&);       // GET  /processer/{process}/inspel/{number}/fil/{file}
Response only_file(const Visit&);  // GET  /processer/{process}/inspel/{number}/fil, as files were named once
Response ask_for_code(const Visit&);  // GET  /processer/{process}/kvittens
Response find_by_code(const Visit&);  // POST /processer/{process}/kvittens
Response receipt(const Visit&);       // GET  /processer/{process}/kvittens/{code}
/// The receipt that the address names, with what was wrong in a form on it.
Response receipt_again(const Visit&, const ui::Complaints&, int status);
Response senders_file(const Visit&);  // GET  /processer/{process}/kvittens/{code}/fil/{file}
Response complete(const Visit&);      // POST /processer/{process}/kvittens/{code}/komplettering
Response withdraw(const Visit&);      // POST /processer/{process}/kvittens/{code}/aterkallelse
Response appeal(const Visit&);        // POST /processer/{process}/kvittens/{code}/omprovning

}  // namespace medskapa::web::inspel
