#pragma once

#include "web/frame/visit.hpp"

/// Where staff answer what senders ask to have put right or erased.
namespace medskapa::web::own_page::desk {

Response requests(const Visit&);  // GET  /processer/{process}/handlaggning/begaran
Response answer(const Visit&);    // POST /processer/{process}/handlaggning/begaran/{request}/svar

}  // namespace medskapa::web::own_page::desk
