import type { Book } from './book.ts'

export const spanishTopics: Book['topics'] = {
  delivery: {
    subject: ['(Paquete|Pedido) no recibido', '¿Dónde está mi pedido?', 'Retraso en la entrega'],
    problem: [
      '(Mi paquete|Mi pedido|El envío) (todavía|aún) no ha (llegado|aparecido).',
      '(Sigo|Estoy) esperando (mi pedido|el paquete).',
      'El seguimiento dice entregado pero no (tengo|ha llegado) nada.',
      'Faltaba (la mitad|una parte) del pedido.',
      'Su repartidor dejó el paquete (en cualquier sitio|en otra puerta).',
      '¿Dónde está mi (pedido|paquete)?',
    ],
    date: [
      '(Lo pedí|Hice el pedido|Compré) el {date}.',
      'La entrega estaba (prevista|anunciada) para el {date}.',
      'Pedido (hecho|realizado) el {date}.',
    ],
    amount: ['(Me costó|Pagué) {amount}.', 'Son {amount}.'],
    wish: [
      '(Por favor|Les ruego que) (miren|comprueben) dónde está.',
      'Quiero (otro|que lo reenvíen).',
      '¿Cuándo (llega|va a llegar)?',
      '¿Pueden (mirarlo|revisarlo)?',
    ],
  },
  defect: {
    subject: ['(Producto|Aparato|Artículo) defectuoso', 'No funciona', 'Reclamación'],
    problem: [
      'Mi {device} (no enciende|ya no funciona|se apaga solo|está averiado).',
      'El {device} (que les compré|que me vendieron) (hace un ruido raro|está roto).',
      'Tengo (un|una) {device} y no (funciona|va).',
      '(Ya no funciona|Ha dejado de funcionar) (de repente|).',
      'La pantalla de mi {device} (está|se queda) negra.',
    ],
    date: ['Lo compré el {date}.', 'Lo recibí el {date}.', 'Fecha de compra: {date}', 'Lo tengo desde el {date}.'],
    amount: ['Pagué {amount} por él.', 'Me costó {amount}(, no es barato|).'],
    wish: [
      'Quiero (un cambio|una reparación|mi dinero).',
      '¿Qué hago (ahora|)?',
      'Por favor, (envíenme|mándenme) otro.',
    ],
  },
  billing: {
    subject: ['Factura (incorrecta|errónea)', 'Cobro doble', 'Duda sobre (la|mi) factura'],
    problem: [
      'Me han cobrado dos veces.',
      'Mi (última|) factura está mal.',
      'Hay un cargo (en mi cuenta|) que no (entiendo|reconozco).',
      'Me han cobrado (algo que no pedí|después de la baja).',
    ],
    date: ['El cargo es del {date}.', 'La factura (es|está fechada el|es del) {date}.', '(Pagué|Cancelé) el {date}.'],
    amount: [
      'Me han (cobrado|cargado) {amount}.',
      'Se trata de {amount}.',
      'El importe es (de|) {amount}(, está mal|).',
      'Veo {amount} (en el extracto|).',
    ],
    wish: [
      'Quiero (la devolución|que me lo devuelvan).',
      'Por favor, corrijan (eso|la factura).',
      '¿Me lo pueden explicar?',
    ],
  },
  access: {
    subject: ['No puedo (entrar|acceder)', 'Cuenta bloqueada', 'Problema de acceso'],
    problem: [
      'No puedo (entrar|acceder|iniciar sesión) (en mi cuenta|).',
      'Mi cuenta (está|ha sido) bloqueada.',
      'El (código|enlace) (para entrar|de acceso) no (llega|me llega).',
      'He perdido el acceso (a mi cuenta|).',
    ],
    date: ['(Está|Es) así desde el {date}.', 'La última vez que entré fue el {date}.'],
    amount: ['Tengo {amount} de saldo (ahí|).', 'Me quedan {amount} (dentro|).'],
    wish: ['Por favor, (desbloquéenla|ábranla).', '¿Cómo vuelvo a entrar?', 'Necesito entrar (hoy|cuanto antes).'],
  },
  return: {
    subject: ['(Devolución|Reembolso)', 'Reembolso (pendiente|no recibido)', '¿Y mi dinero?'],
    problem: [
      '(Devolví|He devuelto) (el artículo|los zapatos|todo) y no me han (devuelto|pagado) el dinero.',
      'Quiero devolver (un artículo|algo).',
      'Mi reembolso no (llega|ha llegado).',
      'La talla no era (correcta|buena), (así que|por eso) lo devolví.',
    ],
    date: ['Lo (envié|devolví|mandé) el {date}.', 'El paquete salió el {date}.'],
    amount: ['(Faltan|Me faltan) {amount}.', 'Me deben {amount}.', 'El reembolso (es|debe ser) de {amount}.'],
    wish: ['¿Cuándo me pagan?', 'Por favor, (hagan el reembolso|páguenme).', '¿Lo pueden (comprobar|confirmar)?'],
  },
  visit: {
    subject: ['El técnico no (vino|apareció)', 'Cita', 'Cita perdida'],
    problem: [
      '(Su|El) técnico no (vino|ha venido|apareció).',
      'Estuve todo el día esperando y nadie (vino|llamó).',
      'Tengo que (cambiar|mover) la cita.',
      'La instalación (está|sigue) sin (terminar|acabar).',
    ],
    date: ['La cita era (el|para el) {date}.', '(Tenía|Tenían) que venir el {date}.'],
    amount: ['El presupuesto era de {amount}.', 'Ya (pagué|he pagado) {amount}.'],
    wish: ['(Denme|Necesito) otra (cita|fecha), por favor.', '¿Cuándo (viene alguien|vienen)?'],
  },
  internet: {
    subject: ['(Sin|No hay) internet', 'Conexión (lenta|cortada)', 'Avería'],
    problem: [
      '(Mi internet|Mi conexión|La línea) (se corta|no funciona|está caída).',
      'El wifi va (muy|demasiado|tan) lento.',
      'No tenemos (internet|señal|conexión).',
      '(El|La|Mi) {device} pierde la conexión (cada hora|todo el tiempo).',
    ],
    date: ['(Está|Estamos) así desde el {date}.', 'Empezó el {date}.', 'Desde el {date} no funciona nada.'],
    amount: ['Pago {amount} al mes(| por esto).', 'Me cuesta {amount} cada mes.'],
    wish: ['Por favor, arréglenlo.', 'Necesito (la línea|la conexión).', '(Manden|Envíen) (a alguien|un técnico).'],
  },
}
