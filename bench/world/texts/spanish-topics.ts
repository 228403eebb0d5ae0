import type { Topic } from '../event.ts'
import type { TopicPhrases } from './phrases.ts'

export const spanishTopics: Readonly<Record<Topic, TopicPhrases>> = {
  delivery: {
    subject: ['¿Dónde está mi paquete?', 'Pedido {order} no recibido', 'Entrega'],
    opener: [
      'Hice un pedido el {date} ({product}) y todavía no ha llegado.',
      'Según el seguimiento, el paquete se entregó {ayer|el martes}, pero no tengo nada.',
      'Creo que mi paquete se ha perdido.',
    ],
    story: [
      'El seguimiento no cambia desde hace {cinco días|una semana}.',
      'Estuve en casa todo el día y nadie llamó.',
      'He preguntado a los vecinos y no lo tienen.',
    ],
    ask: ['¿Pueden averiguar dónde está?', 'Envíenlo otra vez o devuélvanme el dinero.', '¿Cuándo llegará?'],
    short: [
      'Pedido hace {diez días|dos semanas} y sigue sin llegar. ¿Qué pasa?',
      'Dice entregado. En mi casa no.',
      '¿Dónde está mi paquete?',
    ],
    answer: [
      'El paquete está en el almacén porque la etiqueta se mojó.',
      'He pedido al transportista que lo busque, tarda dos días laborables.',
    ],
  },
  billing: {
    subject: ['Pregunta sobre la factura {invoice}', 'Cobro doble', 'Importe incorrecto'],
    opener: [
      'Me han cobrado {amount} el {date} y no sé por qué.',
      'En mi factura aparece un cargo de {amount} que no entiendo.',
      'Parece que me han cobrado dos veces.',
    ],
    story: [
      'La confirmación indica otra cantidad.',
      'Di de baja el seguro en {enero|diciembre} y lo siguen cobrando.',
      'El banco confirma los dos pagos.',
    ],
    ask: ['Revísenlo y corríjanlo, por favor.', '¿Pueden explicármelo o devolverlo?'],
    short: ['¿Por qué me cobran dos veces este mes?', 'Suben los precios sin avisar.'],
    answer: [
      'Tiene razón, un fallo de nuestro proveedor causó un cobro doble.',
      'La diferencia son los gastos de envío.',
    ],
  },
  returns: {
    subject: ['Devolución del pedido {order}', 'Reembolso no recibido', 'Etiqueta de devolución'],
    opener: [
      'Devolví mi compra ({product}) el {date} y no sé nada más.',
      'Quiero devolver mi compra ({product}).',
      'El reembolso de {amount} no ha llegado.',
    ],
    story: [
      'Es demasiado grande para nuestra cocina.',
      'Tengo el resguardo de correos.',
      'Su web dice cinco días y ya van {once|doce}.',
    ],
    ask: ['Confirmen que ha llegado, por favor.', '¿Me envían otra etiqueta?'],
    short: ['Devuelto hace {tres semanas|un mes} y sin reembolso.', '¿Cómo devuelvo algo si la etiqueta no se abre?'],
    answer: [
      'Su devolución llegó sin número de pedido y hubo que tramitarla a mano.',
      'Le adjunto una etiqueta nueva, válida catorce días.',
    ],
  },
  broken: {
    subject: ['{product} no funciona', 'Reparación o cambio', 'Garantía'],
    opener: [
      'Mi aparato ({product}) no funciona desde {ayer|esta mañana}.',
      'El aparato que compré el {date} ({product}) está roto.',
      'Mi aparato ({product}) se apaga solo al minuto.',
    ],
    story: [
      'Hace un clic y se apaga la luz.',
      'He probado otro enchufe y otro cable.',
      'Huele a plástico quemado y ya no lo enciendo.',
    ],
    ask: ['¿Cómo lo reparo o lo cambio?', 'Quiero uno nuevo, por favor.'],
    short: ['Roto a los {dos|tres} meses ({product}). ¿Es normal?', 'Solo muestra {error} y no hace nada.'],
    answer: ['Parece un termostato gastado, lo cubre la garantía.', 'No lo use más, se lo cambiamos.'],
  },
  login: {
    subject: ['No puedo entrar', 'Cuenta bloqueada', 'Contraseña'],
    opener: [
      'No consigo entrar en mi cuenta.',
      'El correo para cambiar la contraseña no llega nunca.',
      'Al entrar me sale {error}.',
    ],
    story: ['Lo he probado en el móvil y en el ordenador.', 'El enlace caduca al minuto.'],
    ask: ['Desbloqueen mi cuenta, por favor.', '¿Qué más puedo probar?'],
    short: ['La aplicación me ha echado y no me deja volver.', '{error} al entrar desde esta mañana.'],
    answer: ['Su cuenta estaba bloqueada tras varios intentos, ya está libre.', 'La versión de hoy lo corrige.'],
  },
  outage: {
    subject: ['Sin conexión', '¿Avería?', 'Avería en {postcode}'],
    opener: [
      'Aquí no funciona nada desde {las seis|anoche}.',
      '¿Hay una avería en {postcode}?',
      'El router está en rojo y la aplicación dice {error}.',
    ],
    story: ['Lo he reiniciado todo dos veces.', 'Trabajo en casa y pierdo el día.', 'Al vecino le pasa lo mismo.'],
    ask: ['¿Cuándo volverá?', 'Díganme cuánto va a durar, por favor.'],
    short: ['¿Otra avería en {postcode}?', '¿Soy yo o no funciona nada?', 'Luz roja, {error} y sin red.'],
    answer: ['Hay un equipo averiado en su zona y los técnicos ya están allí.', 'Su línea funciona desde esta mañana.'],
  },
  cancellation: {
    subject: ['Baja', 'Anular el pedido {order}'],
    opener: [
      'Quiero dar de baja mi contrato lo antes posible.',
      'Anulen mi pedido ({product}), por favor.',
      'Pedí la baja el {date} y no tengo confirmación.',
    ],
    story: ['Nos mudamos.', 'El botón de baja de su web da vueltas.'],
    ask: ['Confírmenlo por escrito.', 'No me cobren más, por favor.'],
    short: ['¿Cómo me doy de baja? El botón no va.', 'De baja hace semanas y siguen cobrando.'],
    answer: ['Su contrato termina a final del mes que viene.', 'Su pedido está anulado.'],
  },
  praise: {
    subject: ['Gracias', 'Enhorabuena'],
    opener: [
      'Quería darles las gracias por la ayuda tan rápida ({product}).',
      'Su compañera fue estupenda ayer por teléfono.',
    ],
    story: ['Ya les he recomendado a dos amigos.', 'Hasta volvió a llamar para ver si funcionaba.'],
    ask: ['Denle las gracias de mi parte.', '¡Sigan así!'],
    short: ['¡Gracias a {brand}, resuelto en una hora!', 'Muy contento con mi compra ({product}).'],
    answer: ['Qué alegría leerle, se lo paso a todo el equipo.'],
  },
  question: {
    subject: ['Pregunta sobre: {product}', 'Una consulta'],
    opener: ['Estoy pensando en comprarlo ({product}) y tengo una duda.', '¿Funciona sin la aplicación? ({product})'],
    story: ['La ficha técnica no lo dice.', 'Es para mi madre, necesita algo sencillo.'],
    ask: ['Gracias por su respuesta.', '¿Qué me aconsejan?'],
    short: ['¿Va sin wifi? ({product})', '¿Cuándo vuelve a estar disponible? ({product})'],
    answer: ['Sí, funciona sin la aplicación.', 'Volverá en unas dos semanas.'],
  },
}
